/** Attributes whose values are addresses. */
const ADDRESS = /\s(href|src|action)="(?![a-z][a-z0-9+.-]*:|#|\/\/)\/?([^"]*)"/gi

/**
 * Makes the addresses of a rendered page relative to it: pages do not know where they live, so the same bytes work
 * under any path and from disk. No script is touched, so hashes in the CSP stay right.
 * @param path address of the page, for example `cases/2022/0012/X.html`
 */
export function makeRelative(html: string, path: string): string {
  const depth = path.split('/').length - 1
  const up = depth === 0 ? './' : '../'.repeat(depth)
  return html.replace(ADDRESS, (_all, name: string, address: string) => ` ${name}="${up}${address}"`)
}

/** Makes the addresses of the 404 page absolute: it stands anywhere. */
export function makeAbsolute(html: string, sitePath: string): string {
  return html.replace(ADDRESS, (_all, name: string, address: string) => ` ${name}="${sitePath}${address}"`)
}
