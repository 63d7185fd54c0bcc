import type { PageKind } from '../context.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { type PracticeLine, practiceLine } from '../rows/practiceLine.ts'
import { sectionPath } from '../urls.ts'

export type PracticesView = { frame: Frame; lines: PracticeLine[] }

export const practicesKind: PageKind<PracticesView> = {
  pattern: /^practices\/index\.html$/,
  paths: () => [sectionPath('practices')],
  view: (_params, { world }) => ({
    frame: frameOf(
      sectionPath('practices'),
      {
        title: '典型做法',
        description: '值得照着做的办法：原来的问题、怎么做、结果、照着做需要什么。',
        demo: world.all('practices').some((p) => p.origin === 'sample'),
      },
      world,
    ),
    lines: world
      .all('practices')
      .map(practiceLine)
      .sort((a, b) => Number(a.sample) - Number(b.sample)),
  }),
  affectedBy: ({ table }) => (table === 'practices' ? [sectionPath('practices')] : []),
  countedToAsOf: () => [],
}
