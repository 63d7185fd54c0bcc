/** What plain TypeScript sees of a component; `astro check` looks into the file itself. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory
  export default component
}
