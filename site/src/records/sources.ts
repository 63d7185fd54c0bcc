import type { PageKind } from '../context.ts'
import { dateWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { type SourceLine, sourceLines } from '../rows/sourceWords.ts'
import { sectionPath } from '../urls.ts'

export type SourcesView = { frame: Frame; lines: SourceLine[] }

export const sourcesKind: PageKind<SourcesView> = {
  pattern: /^sources\/index\.html$/,
  paths: () => [sectionPath('sources')],
  view: (_params, { world }) => ({
    frame: frameOf(
      sectionPath('sources'),
      {
        title: '来源',
        description: '本站引用过的报道和文件。每一处引用都连到这里。',
        demo: world.all('sources').some((s) => s.origin === 'sample'),
      },
      world,
    ),
    lines: sourceLines(
      world
        .all('sources')
        .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : a.slug < b.slug ? -1 : 1))
        .map((s) => s.slug),
      world,
      dateWords,
    ),
  }),
  affectedBy: ({ table }) => (table === 'sources' ? [sectionPath('sources')] : []),
  countedToAsOf: () => [],
}
