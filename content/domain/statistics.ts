import { caseCategory, departmentsOf, whistledAt } from './case.ts'
import { monthOf } from './dates.ts'
import { type CaseFacts, factsOf } from './facts.ts'
import { type Figure, figureOf, type Tally } from './figure.ts'
import { type Dimension, METRICS, type Metric, type MetricId } from './metrics.ts'
import type { Row } from './snapshot.ts'
import { type Change, type Scope, scopeOf, type World } from './world.ts'

type Cell = {
  metric: MetricId
  numerator: boolean
  denominator: boolean
  value: number | null
  department?: string
}
type Counted = { scope: Scope; parts: [Dimension, string][]; cells: Cell[] }
/** What a part of the records is called: `all`, or `department:chengjian`. */
export type Part = 'all' | `${Dimension}:${string}`

const CASE_METRICS = METRICS.filter((m) => m.table === 'cases')
const EVENT_METRICS = METRICS.filter((m) => m.table === 'events')

/**
 * Counts every metric over a world and keeps what it counted: a record is looked at again only when it
 * changed, and a part is summed again only when one of its records did.
 */
export class Statistics {
  private readonly counted = new Map<string, Counted>()
  private readonly members = new Map<string, Set<string>>()
  private readonly sums = new Map<string, Map<MetricId, Tally>>()
  private asOf: string
  private readonly world: World

  constructor(world: World) {
    this.world = world
    this.asOf = world.snapshot.asOf
    for (const c of world.snapshot.tables.cases.values()) this.add(`case ${c.reference}`, this.countCase(c))
    for (const n of world.snapshot.tables.notices.values())
      this.add(`notice ${n.number}`, this.countNotice(n))
  }

  /** Takes in changes that the world has already applied, and a new as-of day if there is one. */
  update(changes: readonly Change[]): void {
    for (const { table, key } of changes) {
      if (table === 'cases')
        this.replace(`case ${key}`, this.world.get('cases', key), (c) => this.countCase(c))
      if (table === 'notices')
        this.replace(`notice ${key}`, this.world.get('notices', key), (n) => this.countNotice(n))
      if (table === 'areas')
        for (const r of this.world.casesBy('area', key))
          this.replace(`case ${r}`, this.world.get('cases', r), (c) => this.countCase(c))
    }
    if (this.asOf === this.world.snapshot.asOf) return
    this.asOf = this.world.snapshot.asOf
    for (const c of this.world.snapshot.tables.cases.values())
      if (c.status !== 'closed') this.replace(`case ${c.reference}`, c, (x) => this.countCase(x))
  }

  /** A figure over one scope and part. A part without records gives zeros and nulls. */
  figure(metric: Metric, scope: Scope, part: Part = 'all'): Figure {
    return figureOf(
      metric,
      this.sumsOf(scope, part).get(metric.id) ?? { numerator: 0, denominator: 0, values: [] },
    )
  }

  /** Whether any record of a scope was counted. */
  has(scope: Scope, part: Part = 'all'): boolean {
    return (this.members.get(`${scope} ${part}`)?.size ?? 0) > 0
  }

  /** Facts of a case as of the day of its scope. */
  factsOf(c: Row<'cases'>): CaseFacts {
    return factsOf(c, this.world.asOfMoment(scopeOf(c)))
  }

  private countCase(row: Row<'cases'>): Counted {
    const facts = this.factsOf(row)
    const cells: Cell[] = []
    for (const metric of CASE_METRICS) {
      const r = { row, facts }
      push(cells, metric.id, metric.numerator(r), metric.denominator(r), metric.value?.(r) ?? null)
    }
    row.timeline.forEach((event, index) => {
      for (const metric of EVENT_METRICS) {
        const r = { row, facts, event, index }
        push(
          cells,
          metric.id,
          metric.numerator(r),
          metric.denominator(r),
          metric.value?.(r) ?? null,
          event.department,
        )
      }
    })
    const at = whistledAt(row)
    const month = at ? monthOf(at) : null
    const category = caseCategory(row)
    const parts: [Dimension, string][] = [
      ...row.duties.map((d): [Dimension, string] => ['duty', d]),
      ...this.world.areaPath(row.area).map((a): [Dimension, string] => ['area', a]),
      ...departmentsOf(row).map((d): [Dimension, string] => ['department', d]),
    ]
    if (category) parts.push(['category', String(category)])
    if (month) parts.push(['month', month])
    return { scope: scopeOf(row), parts, cells }
  }

  private countNotice(n: Row<'notices'>): Counted {
    const parts: [Dimension, string][] = [['department', n.recipient]]
    const month = monthOf(n.issuedOn)
    if (month) parts.push(['month', month])
    return {
      scope: scopeOf(n),
      parts,
      cells: [{ metric: 'notices', numerator: true, denominator: true, value: null }],
    }
  }

  private replace<R>(id: string, row: R | undefined, count: (row: R) => Counted): void {
    const old = this.counted.get(id)
    if (old)
      for (const p of partsOf(old)) {
        this.members.get(p)?.delete(id)
        this.sums.delete(p)
      }
    this.counted.delete(id)
    if (row !== undefined) this.add(id, count(row))
  }

  private add(id: string, counted: Counted): void {
    this.counted.set(id, counted)
    for (const p of partsOf(counted)) {
      const set = this.members.get(p) ?? new Set()
      this.members.set(p, set.add(id))
      this.sums.delete(p)
    }
  }

  private sumsOf(scope: Scope, part: Part): Map<MetricId, Tally> {
    const name = `${scope} ${part}`
    const known = this.sums.get(name)
    if (known) return known
    const sums = new Map<MetricId, Tally>()
    const department = part.startsWith('department:') ? part.slice('department:'.length) : undefined
    for (const id of this.members.get(name) ?? [])
      for (const cell of this.counted.get(id)?.cells ?? []) {
        if (department && cell.department && cell.department !== department) continue
        const tally = sums.get(cell.metric) ?? { numerator: 0, denominator: 0, values: [] }
        if (cell.numerator) tally.numerator++
        if (cell.denominator) tally.denominator++
        if (cell.value !== null) tally.values.push(cell.value)
        sums.set(cell.metric, tally)
      }
    for (const tally of sums.values()) tally.values.sort((a, b) => a - b)
    this.sums.set(name, sums)
    return sums
  }
}

function push(
  cells: Cell[],
  metric: MetricId,
  numerator: boolean | null,
  denominator: boolean | null,
  value: number | null,
  department?: string,
): void {
  if (!numerator && !denominator) return
  cells.push({
    metric,
    numerator: numerator === true,
    denominator: denominator === true,
    value,
    ...(department ? { department } : {}),
  })
}

function partsOf(counted: Counted): string[] {
  return [`${counted.scope} all`, ...counted.parts.map(([d, k]) => `${counted.scope} ${d}:${k}`)]
}
