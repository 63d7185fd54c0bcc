import type { MetricId } from '#domain/figures/metrics'
import type { Part } from '#domain/figures/statistics'
import type { Context } from '../context.ts'
import { type Distribution, distribution } from '../drawing/distribution.ts'
import { type ScopeFigures, scopeFigures } from './scopeFigures.ts'

/** Figures of one scope with the distribution of arrivals; null where there are too few to draw. */
export type TimeFigures = ScopeFigures & { arrivals: Distribution | null }

/**
 * The figures of a part for each scope, with the arrivals drawn. The measured values themselves stay out of the
 * view: a page prints the drawing, and a view must not grow with the number of cases.
 */
export function timeFigures(ids: readonly MetricId[], part: Part, context: Context): TimeFigures[] {
  return scopeFigures(ids, part, context).map((scope) => ({
    ...scope,
    figures: scope.figures.map((figure) => ({ ...figure, values: [] })),
    arrivals: distribution({
      unit: '小时',
      values: scope.figures.find((f) => f.id === 'arrival-time')?.values ?? [],
      of: '次',
    }),
  }))
}
