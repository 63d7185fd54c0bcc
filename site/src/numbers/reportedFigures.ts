import { percent } from '#domain/figures/figure'
import type { Row } from '#domain/records/snapshot'
import type { World } from '#domain/world/world'
import { datePrecisionWords, divisionWords } from '../format.ts'
import { recordPath } from '../urls.ts'
import { type FigureMark, reportedMark } from './figureMark.ts'

/** What a report said of whistles and resolutions, with the remainder worked out from it. */
export type ReportedPair = {
  whistles: number
  resolved: number
  remainder: number
  scope: string
  asOf: string
  source: { words: string; href: string }
  marks: { whistles: FigureMark; resolved: FigureMark; remainder: FigureMark; rate: FigureMark }
  /** `2985 ÷ 2998 ＝ 99.57%` and `2998 − 2985 ＝ 13`. */
  division: string
  subtraction: string
  rate: number | null
}

function newest(
  world: World,
  metric: Row<'reported-figures'>['metric'],
): Row<'reported-figures'> | undefined {
  return world
    .all('reported-figures')
    .filter((f) => f.metric === metric)
    .sort((a, b) => (a.asOf < b.asOf ? 1 : -1))[0]
}

/** The newest reported pair, when both numbers were published for the same moment; null otherwise. */
export function reportedPair(world: World): ReportedPair | null {
  const whistles = newest(world, 'whistles')
  const resolved = newest(world, 'resolved')
  if (!whistles || !resolved || whistles.asOf !== resolved.asOf) return null
  const source = world.need('sources', whistles.source)
  const remainder = whistles.value - resolved.value
  const rate = percent(resolved.value, whistles.value)
  const { asOf } = whistles
  return {
    whistles: whistles.value,
    resolved: resolved.value,
    remainder,
    scope: whistles.scope,
    asOf: datePrecisionWords(asOf),
    source: { words: `《${source.publisher}》`, href: recordPath('sources', source.slug) },
    marks: {
      whistles: reportedMark('whistles', whistles.value, whistles.unit, asOf, 'reported'),
      resolved: reportedMark('resolved', resolved.value, resolved.unit, asOf, 'reported'),
      remainder: reportedMark('open', remainder, resolved.unit, asOf, 'derived'),
      rate: reportedMark('resolution-rate', rate ?? '', 'percent', asOf, 'derived', {
        numerator: resolved.value,
        denominator: whistles.value,
      }),
    },
    division: divisionWords(resolved.value, whistles.value, rate),
    subtraction: `${whistles.value} − ${resolved.value} ＝ ${remainder}`,
    rate,
  }
}
