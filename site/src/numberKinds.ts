import type { PageKind } from './context.ts'
import { aroundNoticeKind } from './views/aroundNotice.ts'
import { crossedKind } from './views/crossed.ts'
import { figureKind } from './views/figure.ts'
import { flowKind } from './views/flow.ts'
import { pickedListKind } from './views/pickedListPages.ts'
import { statisticsKind } from './views/statistics.ts'

/** Kinds of pages about numbers. */
export const NUMBER_KINDS = {
  statistics: statisticsKind,
  'around-notice': aroundNoticeKind,
  flow: flowKind,
  crossed: crossedKind,
  figure: figureKind,
  'picked-list': pickedListKind,
} as const satisfies Record<string, PageKind>
