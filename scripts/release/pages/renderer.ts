import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { FigureValues } from '#domain/figures/figureDifference'
import type { Metric } from '#domain/figures/metrics'
import type { Statistics } from '#domain/figures/statistics'
import type { Change, World } from '#domain/world/world'

/** What pages are computed from. */
export type Context = { world: World; statistics: Statistics }

/** The entry of the built renderer (`site/src/render/renderer.ts`), the only part of the site that scripts know. */
export type Renderer = {
  allPaths: (context: Context) => string[]
  affected: (changes: Change[], context: Context, asOfMoved: boolean) => string[]
  viewOf: (path: string, context: Context) => unknown | null
  viewText: (view: unknown) => string
  /** What kind of page stands at an address, in words; null where none can. */
  kindWordsOf: (path: string) => string | null
  /** The title of the page that a view prints. */
  titleOf: (view: unknown) => string
  /** A figure in words, as pages print it. */
  figureWords: (metric: Metric, figure: FigureValues) => string
  render: (path: string, view: unknown, hash: string) => Promise<string>
  clientFiles: () => string
}

const SITE = resolve(dirname(fileURLToPath(import.meta.url)), '../../../site/dist')

/** Loads the built renderer and the key of the code it was built from. Throws in words when it was not built. */
export async function loadRenderer(): Promise<{ renderer: Renderer; code: string }> {
  const entry = join(SITE, 'server/entry.mjs')
  if (!existsSync(entry)) throw new Error('网站模板还没有构建：请运行 npm start')
  const renderer = (await import(pathToFileURL(entry).href)) as Renderer
  return { renderer, code: readFileSync(join(SITE, '.key'), 'utf8').trim() }
}
