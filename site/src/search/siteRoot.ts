/**
 * Root of the site, from the address of the script itself: pages do not know where they live, and it holds under any
 * path and from disk. Read while the script runs for the first time.
 */
const SITE_ROOT: string = new URL(
  '.',
  (document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI,
).href

/** The full address of a path that is relative to the root of the site. */
export function addressOf(path: string): string {
  return SITE_ROOT + path
}
