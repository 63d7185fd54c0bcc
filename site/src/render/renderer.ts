import { createApp } from 'astro/app/entrypoint'
import type { Change } from '#domain/world/world'
import { withContents } from '../contentsList.ts'
import type { Context, PageKind } from '../context.ts'
import type { Frame } from '../frame/frame.ts'
import { figureLine } from '../numbers/figureMark.ts'
import { NOT_FOUND } from '../urls.ts'
import { affectedPaths } from './affected.ts'
import { KINDS, type KindId } from './kinds.ts'
import { KIND_WORDS } from './kindWords.ts'
import { makeAbsolute, makeRelative } from './relative.ts'
import { rememberDigests } from './rememberDigests.ts'
import { typeset } from './typeset.ts'

/** The built entry that releases are rendered through. A page gets its view in `locals` and nothing else. */

rememberDigests(crypto.subtle)
const app = createApp({ streaming: false })

/** What a page is given: its kind, its view, and the hash of that view. */
export type PageLocals = { kind: KindId; view: unknown; version: string }

const NAMED = Object.entries(KINDS) as [KindId, PageKind][]
const ALL_KINDS = NAMED.map(([, kind]) => kind)

function kindOf(path: string): { id: KindId; kind: PageKind; params: Record<string, string> } | null {
  for (const [id, kind] of NAMED) {
    const match = kind.pattern.exec(path)
    if (match) return { id, kind, params: { ...match.groups } }
  }
  return null
}

/** Every address that exists now. */
export function allPaths(context: Context): string[] {
  return ALL_KINDS.flatMap((kind) => kind.paths(context))
}

/** Addresses that may print something else after changes; the context is already after them. */
export function affected(changes: Change[], context: Context, asOfMoved: boolean): string[] {
  return affectedPaths(ALL_KINDS, changes, context, asOfMoved)
}

/** Exactly what the page at an address prints; null where there is none. */
export function viewOf(path: string, context: Context): unknown | null {
  const found = kindOf(path)
  return found ? found.kind.view(found.params, context) : null
}

/** A figure in words, as pages print it. */
export const figureWords = figureLine

/** A view as text. Its SHA-256 is the version of the page: while it is the same, the page is not rendered again. */
export function viewText(view: unknown): string {
  return JSON.stringify(view)
}

/** What kind of page stands at an address, in words; null where no kind has it. */
export function kindWordsOf(path: string): string | null {
  const found = kindOf(path)
  return found && KIND_WORDS[found.id]
}

/** The title of the page that a view prints. */
export function titleOf(view: unknown): string {
  return (view as { frame: Frame }).frame.title
}

/**
 * The page of a view as complete HTML. Throws when no kind has the address or the template fails.
 * @param hash SHA-256 of the view's text
 */
export async function render(path: string, view: unknown, hash: string): Promise<string> {
  const found = kindOf(path)
  if (!found) throw new Error(`没有哪种页面的地址是 ${path}`)
  const locals: PageLocals = { kind: found.id, view, version: hash.slice(0, 16) }
  const response = await app.render(new Request(`http://localhost/${path}`), {
    locals,
    addCookieHeader: false,
  })
  const html = typeset(withContents(await response.text()))
  if (!response.ok) throw new Error(`${path} 没有渲染成功（${response.status}）：${html.slice(0, 200)}`)
  const csp = response.headers.get('content-security-policy')
  const complete = csp ? withPolicy(html, csp) : html
  return path === NOT_FOUND ? makeAbsolute(complete, sitePathOf(view)) : makeRelative(complete, path)
}

/** A static host sends no headers of ours, so the policy that Astro computed stands in the head. */
function withPolicy(html: string, csp: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${csp.replaceAll('"', '&quot;')}">`
  return html.replace('<head>', () => `<head>${meta}`)
}

function sitePathOf(view: unknown): string {
  return (view as { sitePath: string }).sitePath
}

/** Folder of the assets that pages refer to. The bundler may put this file into a folder of the server's. */
export function clientFiles(): string {
  const server = import.meta.url.lastIndexOf('/server/')
  return decodeURIComponent(new URL(`${import.meta.url.slice(0, server)}/client`).pathname)
}
