import { posix } from 'node:path'

/** One rendered page. */
export type Rendered = { path: string; html: string }

const LINKS = ['href', 'src', 'action'] as const
const OUTSIDE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/** Where a link leads: an address of the site (null: the page itself), and a place in it. */
type Target = { path: string | null; fragment: string | null }

/** Pages of one folder link mostly to the same places: what was resolved last is kept. Null leads outside. */
let lastFolder = ''
let inFolder = new Map<string, Target | null>()

/** More are not kept. */
const MOST_KNOWN = 2000

function targetOf(folder: string, raw: string): Target | null {
  if (folder !== lastFolder || inFolder.size > MOST_KNOWN) inFolder = new Map()
  lastFolder = folder
  const known = inFolder.get(raw)
  if (known !== undefined) return known
  // A part of a text keeps the whole of it in memory: what is remembered is a copy, not a part of the page.
  const own = Buffer.from(raw).toString()
  const target = resolve(folder, own.replaceAll('&amp;', '&'))
  inFolder.set(own, target)
  return target
}

function resolve(folder: string, href: string): Target | null {
  if (href === '' || OUTSIDE.test(href)) return null
  const [beforeFragment, fragment] = href.split('#', 2) as [string, string | undefined]
  const target = beforeFragment.split('?')[0] as string
  return {
    path: target === '' ? null : posix.join(folder, target),
    fragment: fragment ? decodeURIComponent(fragment) : null,
  }
}

const SPACE = ' '.charCodeAt(0)

/**
 * Values of an attribute in a page, in order: after any white space, in double quotes. Looked for by hand: every byte
 * of every page of a release comes by here, and an expression that could begin at each took a tenth of its time.
 */
function* valuesOf(html: string, attribute: string): Generator<string> {
  const sign = `${attribute}="`
  for (let at = html.indexOf(sign); at >= 0; ) {
    const from = at + sign.length
    const to = html.indexOf('"', from)
    if (to < 0) return
    const isAttribute = at > 0 && html.charCodeAt(at - 1) <= SPACE
    if (isAttribute) yield html.slice(from, to)
    at = html.indexOf(sign, isAttribute ? to : from)
  }
}

/** Addresses that a page links to, resolved against its own address; addresses outside the site are left out. */
export function linksOf({ path, html }: Rendered): { path: string; fragment: string | null }[] {
  const links: { path: string; fragment: string | null }[] = []
  const folder = posix.dirname(path)
  for (const attribute of LINKS)
    for (const raw of valuesOf(html, attribute)) {
      const target = targetOf(folder, raw)
      if (target) links.push({ path: target.path ?? path, fragment: target.fragment })
    }
  return links
}

/** What is said of a link that leads nowhere. */
export function missingLink(from: string, target: string): string {
  return `${from} 链接的 ${target} 不存在`
}

/**
 * Checks pages before they can be seen: every link leads to a file of the release (fragments within a page to an
 * id of it), and links are relative. Returns a sentence for each fault.
 * @param exists whether an address is in the release
 */
export function pageFaults(page: Rendered, exists: (path: string) => boolean): string[] {
  const faults: string[] = []
  const ids = new Set(valuesOf(page.html, 'id'))
  if (page.path !== '404.html')
    for (const link of linksOf(page)) {
      if (link.path.startsWith('..') || link.path.startsWith('/'))
        faults.push(`${page.path} 的链接 ${link.path} 指到了站外`)
      else if (!exists(link.path)) faults.push(missingLink(page.path, link.path))
      else if (link.fragment && link.path === page.path && !ids.has(link.fragment))
        faults.push(`${page.path} 里没有 #${link.fragment}`)
    }
  return faults
}
