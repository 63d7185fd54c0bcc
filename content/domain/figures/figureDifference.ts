import { SCOPES, type Scope } from '../scope.ts'
import { DIMENSIONS, METRICS, type Metric } from './metrics.ts'
import { keyedPart } from './rowLists.ts'
import type { Part, Statistics } from './statistics.ts'

/** What readers are told of a figure: a count or share or median as `value`, of times the slowest tenth too. */
export type FigureValues = {
  value: number | null
  slowest: number | null
  numerator: number
  denominator: number
}

/** One figure of all records of a scope, or of a part of them. */
export type FigureName = { metric: Metric; scope: Scope; part: Part }

/** A figure that is another one afterwards. */
export type FigureDifference = FigureName & { before: FigureValues; after: FigureValues }

/** Figures as they stood at one moment, by their names in words of the code. */
export type FiguresThen = ReadonlyMap<string, FigureName & FigureValues>

/** Every part in which anything is counted, as `Statistics.touchedBy` names them; crossed parts are left out. */
export function everyPart(statistics: Statistics): string[] {
  return SCOPES.flatMap((scope) => [
    `${scope} all`,
    ...DIMENSIONS.flatMap((dimension) =>
      statistics.keysOf(scope, dimension).map((key) => `${scope} ${dimension}:${key}`),
    ),
  ])
}

/** The figures of some parts as they stand now; crossed parts are left out. */
export function figuresNow(statistics: Statistics, parts: readonly string[]): FiguresThen {
  const found = new Map<string, FigureName & FigureValues>()
  for (const name of parts) {
    const [scope, part] = name.split(' ') as [Scope, Part]
    if (part.includes('/')) continue
    const keyed = keyedPart(part)
    for (const metric of METRICS) {
      if (keyed && !metric.dimensions.includes(keyed.dimension)) continue
      const { value, slowest, numerator, denominator } = statistics.figure(metric, scope, part)
      const of = { metric, scope, part }
      found.set(`${metric.id} ${name}`, { ...of, value, slowest, numerator, denominator })
    }
  }
  return found
}

/** Figures in which two moments differ, in the order of the later one. Both must hold the same parts. */
export function figureDifferences(before: FiguresThen, after: FiguresThen): FigureDifference[] {
  const found: FigureDifference[] = []
  for (const [name, { metric, scope, part, ...now }] of after) {
    const was = before.get(name)
    const then = was ? valuesOf(was) : { ...NOTHING, value: metric.shape === 'count' ? 0 : null }
    const isOther = (Object.keys(now) as (keyof FigureValues)[]).some((each) => now[each] !== then[each])
    if (isOther) found.push({ metric, scope, part, before: then, after: now })
  }
  return found
}

/** What stands of a figure before anything was counted. */
const NOTHING: FigureValues = { value: null, slowest: null, numerator: 0, denominator: 0 }

const valuesOf = ({ value, slowest, numerator, denominator }: FigureValues): FigureValues => ({
  value,
  slowest,
  numerator,
  denominator,
})
