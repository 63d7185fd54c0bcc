import type { World } from '#domain/world/world'
import type { PageKind } from '../context.ts'
import { dateWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { type TextBlock, textBlocks } from '../frame/textBlocks.ts'
import { type SourceLine, sourceLines } from '../rows/sourceWords.ts'
import { jsonPath, recordPath } from '../urls.ts'

export type PageView = {
  frame: Frame
  sample: boolean
  summary: string
  sections: { heading: string; id: string; blocks: TextBlock[] }[]
  sources: SourceLine[]
  /** The record as JSON; null while there is none. */
  json: string | null
}

const MECHANISM = recordPath('pages', 'mechanism')

/** Every page links to the mechanism; until it is written its page says so. */
function unwritten(world: World): PageView {
  const title = '怎样运转'
  const summary = '编辑部还没有公布这套机制的说明。'
  return {
    frame: frameOf(MECHANISM, { title, description: summary }, world),
    sample: false,
    summary,
    sections: [],
    sources: [],
    json: null,
  }
}

const pathOf = (slug: string) => recordPath('pages', slug)

export const pageKind: PageKind<PageView> = {
  pattern: /^(?:pages\/(?<slug>[a-z0-9-]+)|(?<mechanism>mechanism))\.html$/,
  paths: ({ world }) => [...new Set([MECHANISM, ...world.all('pages').map((p) => pathOf(p.slug))])],
  view: ({ slug, mechanism }, { world }) => {
    const p = world.get('pages', (slug ?? mechanism) as string)
    if (!p) return mechanism ? unwritten(world) : null
    if ((p.slug === 'mechanism') !== Boolean(mechanism)) return null
    return {
      frame: frameOf(pathOf(p.slug), { title: p.title, description: p.summary, record: p }, world),
      sample: p.origin === 'sample',
      summary: p.summary,
      sections: p.sections.map((s, i) => ({
        heading: s.heading,
        id: `jie-${i + 1}`,
        blocks: textBlocks(s.text),
      })),
      sources: sourceLines(p.sources, world, dateWords),
      json: jsonPath('pages', p.slug),
    }
  },
  affectedBy: ({ table, key }, { world }) => {
    if (table === 'pages') return [pathOf(key)]
    if (table === 'sources')
      return world
        .all('pages')
        .filter((p) => p.sources.includes(key))
        .map((p) => pathOf(p.slug))
    return []
  },
  countedToAsOf: () => [],
}
