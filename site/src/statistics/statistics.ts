import { AROUND_NOTICE } from '#domain/figures/aroundNotice'
import { METRICS } from '#domain/figures/metrics'
import type { PageKind } from '../context.ts'
import { type Distribution, distribution } from '../drawing/distribution.ts'
import { DEMO_PAGE, type Frame, frameOf } from '../frame/frame.ts'
import { figurePath, sectionPath } from '../urls.ts'
import { type CategoryTable, categoryTable } from './categoryTable.ts'
import { type ComparisonView, comparison } from './comparison.ts'
import { mayCountOtherwise } from './countedTables.ts'
import { type ScopeBands, scopeBands } from './figureBands.ts'
import { type MonthTable, monthTable } from './monthTable.ts'
import { type StatisticsSummary, statisticsSummary } from './summary/statisticsSummary.ts'

export type ScopeStatistics = Omit<ScopeBands, 'values'> & {
  arrivals: Distribution | null
  closures: Distribution | null
  months: MonthTable | null
  categories: CategoryTable | null
}
export type StatisticsView = {
  frame: Frame
  summary: StatisticsSummary | null
  comparison: ComparisonView | null
  scopes: ScopeStatistics[]
  /** Sentence of the band that stands before the sample scope; null where the frame carries it. */
  demo: string | null
  definitions: { href: string; label: string; definition: string }[]
}

const PATH = sectionPath('statistics')

export const statisticsKind: PageKind<StatisticsView> = {
  pattern: /^statistics\/index\.html$/,
  paths: () => [PATH],
  view: (_params, context) => {
    const { world } = context
    const compared = comparison(context)
    const scopes = scopeBands(context).map(
      ({ values, ...of }): ScopeStatistics => ({
        ...of,
        arrivals: values.arrival ? distribution({ unit: '小时', values: values.arrival, of: '次' }) : null,
        closures: values.closure ? distribution({ unit: '天', values: values.closure, of: '件' }) : null,
        months: monthTable(of.scope, context),
        categories: categoryTable(of.scope, context),
      }),
    )
    const sample = scopes.find((s) => s.sample)
    const only = sample && scopes.length === 1 && !compared
    return {
      frame: frameOf(
        PATH,
        {
          title: '统计',
          description: '吹哨、到场、结案的数字，每个都写着怎么来、和哪个数对照、由哪些记录统计出来。',
          keywords: ['统计', '对账', '口径', '按时到场', '结案'],
          demo: only ? DEMO_PAGE : false,
        },
        world,
      ),
      summary: statisticsSummary(compared, context),
      comparison: compared,
      scopes,
      demo:
        sample && !only
          ? `从这里到“口径”之前，全部由${sample.whistles.number}件演示事项算出，只为展示软件怎样算、怎样写。`
          : null,
      definitions: METRICS.flatMap(({ id, label, definition }) => [
        { href: figurePath(id), label, definition },
        ...(id === AROUND_NOTICE.counter
          ? [
              {
                href: figurePath(AROUND_NOTICE.id),
                label: AROUND_NOTICE.label,
                definition: AROUND_NOTICE.definition,
              },
            ]
          : []),
      ]),
    }
  },
  affectedBy: (change, context) => (mayCountOtherwise(change, context) ? [PATH] : []),
  countedToAsOf: () => [PATH],
}
