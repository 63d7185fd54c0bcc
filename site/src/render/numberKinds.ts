import type { PageKind } from '../context.ts'
import { pickedListKind } from '../lists/pickedListPages.ts'
import { aroundNoticeKind } from '../statistics/aroundNotice.ts'
import { crossedKind } from '../statistics/crossed/crossed.ts'
import { figureKind } from '../statistics/figure.ts'
import { flowKind } from '../statistics/flow.ts'
import { statisticsKind } from '../statistics/statistics.ts'

/** Kinds of pages about numbers. */
export const NUMBER_KINDS = {
  statistics: statisticsKind,
  'around-notice': aroundNoticeKind,
  flow: flowKind,
  crossed: crossedKind,
  figure: figureKind,
  'picked-list': pickedListKind,
} as const satisfies Record<string, PageKind>
