import { monthOf } from './dates.ts'
import { type CaseFacts, factsOf } from './facts.ts'
import { type Figure, figureOf } from './figure.ts'
import { type Counts, type Dimension, METRICS, type Metric, type MetricId } from './metrics.ts'
import { type KeyedPart, NOBODY, partsOfCase, toldOnly } from './partsOfCase.ts'
import type { Row } from './snapshot.ts'
import { RunningTally } from './tally.ts'
import { type Change, type Scope, scopeOf, type World } from './world.ts'

type Cell = {
  /** Place of the metric among all metrics. */
  metric: number
  numerator: number
  denominator: number
  value: number | null
  department?: string
}
/** What is summed of one part: its records, and each metric over them by its place among all metrics. */
type Sums = { records: number; tallies: (RunningTally | undefined)[]; department: string | undefined }
/** `told` are parts of departments that stand in the timeline only: their own events count there, and no case. */
type Counted = { parts: Sums[]; told: Sums[]; cells: Cell[] }
/** What a part of the records is called: `all`, or `department:chengjian`. */
export type Part = 'all' | `${Dimension}:${string}`

const CASE_METRICS = METRICS.filter((m) => m.table === 'cases')
const EVENT_METRICS = METRICS.filter((m) => m.table === 'events')
const PLACES = new Map<MetricId, number>(METRICS.map((m, place) => [m.id, place]))
const placeOf = (id: MetricId) => PLACES.get(id) as number

/**
 * Counts every metric over a world and keeps the sums: a record is looked at again only when it changed, and then its
 * old cells are taken out of the sums of its parts and the new ones put in.
 */
export class Statistics {
  private readonly counted = new Map<string, Counted>()
  private readonly sums = new Map<string, Sums>()
  /** Cases whose facts move with the as-of day. */
  private readonly dated = new Set<string>()
  private readonly sameCell = new Map<string, Cell>()
  private readonly parents = new Map<string, string | undefined>()
  private asOf: string
  private readonly world: World

  constructor(world: World) {
    this.world = world
    this.asOf = world.snapshot.asOf
    for (const area of world.snapshot.tables.areas.values()) this.parents.set(area.slug, area.parent)
    for (const c of world.snapshot.tables.cases.values()) this.add(`case ${c.reference}`, this.countCase(c))
    for (const n of world.snapshot.tables.notices.values())
      this.add(`notice ${n.number}`, this.countNotice(n))
  }

  /** Takes in changes that the world has already applied, and a new as-of day if there is one. */
  update(changes: readonly Change[]): void {
    const cases = new Set<string>()
    for (const { table, key } of changes) {
      if (table === 'cases') cases.add(key)
      if (table === 'notices') {
        const row = this.world.get('notices', key)
        this.replace(`notice ${key}`, row && this.countNotice(row))
      }
      if (table === 'areas' && this.hasMoved(key))
        for (const r of this.world.casesBy('area', key)) cases.add(r)
    }
    if (this.asOf !== this.world.snapshot.asOf) for (const r of this.dated) cases.add(r)
    this.asOf = this.world.snapshot.asOf
    for (const r of cases) this.recountCase(r)
  }

  /** References of the cases whose facts depend on the as-of day, in order. */
  countedToAsOf(): string[] {
    return [...this.dated].sort()
  }

  /** A figure over one scope and part. A part without records gives zeros and nulls. */
  figure(metric: Metric, scope: Scope, part: Part = 'all'): Figure {
    const tally = this.sums.get(`${scope} ${summed(part)}`)?.tallies[placeOf(metric.id)]
    return figureOf(metric, tally ?? { numerator: 0, denominator: 0, values: [] })
  }

  /** Whether any record of a scope was counted. */
  has(scope: Scope, part: Part = 'all'): boolean {
    return (this.sums.get(`${scope} ${summed(part)}`)?.records ?? 0) > 0
  }

  /** The keys of a dimension under which any record of a scope was counted, in order. */
  keysOf(scope: Scope, dimension: Dimension): string[] {
    const head = `${scope} ${dimension}:`
    return [...this.sums]
      .flatMap(([name, sums]) => (sums.records > 0 && name.startsWith(head) ? [name.slice(head.length)] : []))
      .sort()
  }

  /** Facts of a case as of the day of its scope. */
  factsOf(c: Row<'cases'>): CaseFacts {
    return factsOf(c, this.world.asOfMoment(scopeOf(c)))
  }

  private countCase(row: Row<'cases'>): Counted {
    const facts = this.factsOf(row)
    if (facts.isDated) this.dated.add(row.reference)
    else this.dated.delete(row.reference)
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
    return this.kept(scopeOf(row), partsOfCase(row, this.world), cells, toldOnly(row))
  }

  private countNotice(n: Row<'notices'>): Counted {
    const parts: KeyedPart[] = [['department', n.recipient]]
    const month = monthOf(n.issuedOn)
    if (month) parts.push(['month', month])
    const cell: Cell = { metric: placeOf('notices'), numerator: 1, denominator: 1, value: null }
    return this.kept(scopeOf(n), parts, [cell])
  }

  /** What is kept of a record. Most cells are the same in many records, so each stands in memory once. */
  private kept(
    scope: Scope,
    parts: readonly KeyedPart[],
    cells: readonly Cell[],
    told: readonly string[] = NOBODY,
  ): Counted {
    const names = new Set<Part>(['all', ...parts.map(([d, k]): Part => `${d}:${k}`)])
    return {
      parts: [...names].map((part) => this.sumsOf(scope, part)),
      told: [...new Set(told)].map((d) => this.sumsOf(scope, `department:${d}`)),
      cells: cells.map((cell) => {
        const { metric, numerator, denominator, value, department } = cell
        const name = `${metric} ${numerator} ${denominator} ${value} ${department}`
        const same = this.sameCell.get(name) ?? cell
        this.sameCell.set(name, same)
        return same
      }),
    }
  }

  private sumsOf(scope: Scope, part: Part): Sums {
    const name = `${scope} ${part}`
    const known = this.sums.get(name)
    if (known) return known
    const department = part.startsWith(DEPARTMENT) ? part.slice(DEPARTMENT.length) : undefined
    const sums: Sums = { records: 0, tallies: METRICS.map(() => undefined), department }
    this.sums.set(name, sums)
    return sums
  }

  /** Whether an area stands below another one than when it was last looked at; a new name alone moves no case. */
  private hasMoved(slug: string): boolean {
    const parent = this.world.get('areas', slug)?.parent
    const moved = this.parents.get(slug) !== parent
    this.parents.set(slug, parent)
    return moved
  }

  private recountCase(reference: string): void {
    const row = this.world.get('cases', reference)
    if (!row) this.dated.delete(reference)
    this.replace(`case ${reference}`, row && this.countCase(row))
  }

  private replace(id: string, counted: Counted | undefined): void {
    const old = this.counted.get(id)
    if (old) this.sum(old, -1)
    this.counted.delete(id)
    if (counted) this.add(id, counted)
  }

  private add(id: string, counted: Counted): void {
    this.counted.set(id, counted)
    this.sum(counted, 1)
  }

  private sum({ parts, told, cells }: Counted, by: 1 | -1): void {
    for (const sums of parts) {
      sums.records += by
      const { department } = sums
      for (const cell of cells)
        if (!department || !cell.department || cell.department === department) add(sums, cell, by)
    }
    for (const sums of told)
      for (const cell of cells) if (cell.department === sums.department) add(sums, cell, by)
  }
}

function add({ tallies }: Sums, cell: Cell, by: 1 | -1): void {
  let tally = tallies[cell.metric]
  if (!tally) {
    tally = new RunningTally()
    tallies[cell.metric] = tally
  }
  tally.count(cell, by)
}

/** A town is an area: what lies in it was summed there. */
function summed(part: Part): Part {
  return part.startsWith('town:') ? `area:${part.slice('town:'.length)}` : part
}

const DEPARTMENT = 'department:'

function push(
  cells: Cell[],
  metric: MetricId,
  numerator: Counts,
  denominator: Counts,
  value: number | null,
  department?: string,
): void {
  if (!numerator && !denominator) return
  cells.push({
    metric: placeOf(metric),
    numerator: Number(numerator),
    denominator: Number(denominator),
    value,
    ...(department ? { department } : {}),
  })
}
