import type { Figure } from '#domain/figures/figure'
import { metricOf } from '#domain/figures/metrics'
import type { Scope } from '#domain/scope'
import type { Context } from '../context.ts'
import { dateWords, divisionWords, percentWords } from '../format.ts'
import { dataFile, figurePath, recordPath } from '../urls.ts'
import { BAND_WORDS, type BandId, bandsOf, standingOf } from './departmentBands.ts'
import { computedMark, type FigureMark } from './figureMark.ts'
import { manyComparisons } from './method.ts'

export type BandRow = {
  href: string
  name: string
  here: boolean
  division: string
  share: string
  mark: FigureMark
  /** Ends of the interval and the share, as percent of the axis; null where there are too few rows. */
  range: { from: number; to: number; at: number; words: string } | null
}
export type BandView = {
  /** `at` is its place on the axis; null where there are too few rows to say a share. */
  whole: { percent: string; division: string; at: number | null; mark: FigureMark }
  axis: { from: string; to: string }
  bands: { id: BandId; label: string; why: string; rows: BandRow[] }[]
  /** How many departments are held against the whole at once, in a sentence; null where it is one or none. */
  many: string | null
  asOf: string
  definition: string
  csv: string
}

const ON_TIME = metricOf('arrival-on-time')

/** Lowest end of the axis that shows every interval: a whole ten, at most 50. */
function axisStart(intervals: readonly [number, number][]): number {
  return Math.min(50, ...intervals.map(([low]) => Math.floor(low / 10) * 10))
}

/** The whole as it is printed: below the minimum no share is said and nothing stands on the axis. */
export function wholeOf(
  { numerator, denominator, value, metric }: Figure,
  at: (percent: number) => number,
  mark: FigureMark,
): BandView['whole'] {
  const share = denominator >= metric.minimum ? value : null
  return {
    percent: share === null ? '—' : `${percentWords(share)}%`,
    division: divisionWords(numerator, denominator, share),
    at: share === null ? null : at(share),
    mark: { ...mark, ...(share === null ? { 'data-value': '' } : {}) },
  }
}

/**
 * The comparison of departments in one scope, by arrival in time. Departments are put into bands that their
 * intervals can separate from the whole; there is no rank. `here` is the department whose page it stands on.
 */
export function bandTable(scope: Scope, here: string | null, { world, statistics }: Context): BandView {
  const whole = statistics.figure(ON_TIME, scope)
  const called = world
    .all('departments')
    .filter((d) => d.slug === here || statistics.has(scope, `department:${d.slug}`))
  const figures = new Map(
    called.map((d) => [d.slug, statistics.figure(ON_TIME, scope, `department:${d.slug}`)]),
  )
  const standings = called.map((d) => standingOf(d.slug, d.name, figures.get(d.slug) as Figure))
  const compared = standings.filter((s) => s.share !== null).length
  const start = axisStart(standings.flatMap((s) => (s.interval ? [s.interval] : [])))
  const at = (percent: number) => Math.round(((percent - start) / (100 - start)) * 10_000) / 100
  return {
    whole: wholeOf(whole, at, computedMark(whole, scope, world)),
    axis: { from: `${start}%`, to: '100%' },
    bands: bandsOf(standings, whole).map(({ id, standings: of }) => ({
      id,
      label: BAND_WORDS[id].label,
      why: id === 'few' ? `不到${ON_TIME.minimum}次，不算比率` : BAND_WORDS[id].why,
      rows: of.map((s) => ({
        href: recordPath('departments', s.key),
        name: s.name,
        here: s.key === here,
        division: s.denominator === 0 ? '没有可判断的' : `${s.numerator} ÷ ${s.denominator}`,
        share: s.share === null ? '—' : `${percentWords(s.share)}%`,
        mark: {
          ...computedMark(figures.get(s.key) as Figure, scope, world, `department:${s.key}`),
          ...(s.share === null ? { 'data-value': '' } : {}),
        },
        range:
          s.interval && s.share !== null
            ? {
                from: at(s.interval[0]),
                to: at(s.interval[1]),
                at: at(s.share),
                words: `95%区间${percentWords(s.interval[0])}到${percentWords(s.interval[1])}`,
              }
            : null,
      })),
    })),
    many: compared > 1 ? manyComparisons(compared) : null,
    asOf: dateWords(world.asOf(scope)),
    definition: figurePath(ON_TIME.id),
    csv: dataFile('events', 'csv'),
  }
}
