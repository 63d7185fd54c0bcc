/** What plain TypeScript sees of a component: it prints any view. `astro check` looks into the file itself. */
declare module '*.astro' {
  const component: <V>(_props: { view: V }) => unknown
  export default component
}
