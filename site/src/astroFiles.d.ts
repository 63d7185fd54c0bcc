/** What plain TypeScript sees of a component; `astro check` looks into the file itself. */
declare module '*.astro' {
  const component: (_props: { view: never }) => unknown
  export default component
}
