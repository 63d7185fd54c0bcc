import { DailyCounts, type Sides } from './aroundNotice.ts'
import { type CountedCell, cellsOfCase, NOTICE_CELL, placeOf } from './countedCells.ts'
import { monthOf } from './dates.ts'
import { type CaseFacts, factsOf } from './facts.ts'
import { type Figure, figureOf } from './figure.ts'
import { type Dimension, METRICS, type Metric } from './metrics.ts'
import { type KeyedPart, NOBODY, partsOfCase, toldOnly } from './partsOfCase.ts'
import type { Row } from './snapshot.ts'
import { RunningTally } from './tally.ts'
import { TurningDays } from './turningDays.ts'
import { type Change, SCOPES, type Scope, scopeOf, type World } from './world.ts'

/** What is summed of one part: its records, and each metric over them by its place among all metrics. */
type Sums = { records: number; tallies: (RunningTally | undefined)[]; department: string | undefined }
/** `told` are parts of departments that stand in the timeline only: their own events count there, and no case. */
type Counted = { parts: Sums[]; told: Sums[]; cells: CountedCell[]; scope: Scope; turnsOn: readonly string[] }
/** What a part of the records is called: `all`, or `department:chengjian`. */
export type Part = 'all' | `${Dimension}:${string}`

/**
 * Counts every metric over a world and keeps the sums: a record is looked at again only when it changed, and then its
 * old cells are taken out of the sums of its parts and the new ones put in.
 */
export class Statistics {
  private readonly counted = new Map<string, Counted>()
  private readonly sums = new Map<string, Sums>()
  /** Cases whose facts move with the as-of day. */
  private readonly dated = new Set<string>()
  private readonly sameCell = new Map<string, CountedCell>()
  private readonly parents = new Map<string, string | undefined>()
  private readonly daily = new DailyCounts()
  /** Cases of which more is told on a day. */
  private readonly turning: Record<Scope, TurningDays> = {
    real: new TurningDays(),
    sample: new TurningDays(),
  }
  private asOf: Record<Scope, string>
  /** The as-of days before they last moved. */
  private asOfBefore: Record<Scope, string>
  private readonly world: World

  constructor(world: World) {
    this.world = world
    this.asOf = this.asOfNow()
    this.asOfBefore = this.asOf
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
    const now = this.asOfNow()
    if (this.asOf.real !== now.real) {
      this.asOfBefore = this.asOf
      this.asOf = now
      for (const r of this.countedToAsOf()) cases.add(r)
    }
    for (const r of cases) this.recountCase(r)
  }

  /** References of the cases whose facts may have moved with the as-of day, in order. */
  countedToAsOf(): string[] {
    const turned = SCOPES.flatMap((s) => this.turning[s].passed(this.asOfBefore[s], this.asOf[s]))
    return [...new Set([...this.dated, ...turned])].sort()
  }

  private asOfNow(): Record<Scope, string> {
    return { real: this.world.asOf('real'), sample: this.world.asOf('sample') }
  }

  /** A figure over one scope and part. A part without records gives zeros and nulls. */
  figure(metric: Metric, scope: Scope, part: Part = 'all'): Figure {
    const tally = this.sums.get(`${scope} ${summed(part)}`)?.tallies[placeOf(metric.id)]
    return figureOf(metric, tally ?? { numerator: 0, denominator: 0, values: [] })
  }

  /** Arrivals on time before and after the first notice to a department; null while it has received none. */
  aroundNotice(scope: Scope, department: string): (Sides & { day: string }) | null {
    const first = this.world
      .noticesTo(department)
      .numbers()
      .map((number) => this.world.need('notices', number))
      .find((n) => scopeOf(n) === scope)
    if (!first) return null
    return { day: first.issuedOn, ...this.daily.around(`${scope} ${department}`, first.issuedOn) }
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
    const cells = cellsOfCase(row, facts)
    const counted = this.kept(scopeOf(row), partsOfCase(row, this.world), cells, toldOnly(row))
    return facts.turnsOn.length > 0 ? { ...counted, turnsOn: facts.turnsOn } : counted
  }

  private countNotice(n: Row<'notices'>): Counted {
    const parts: KeyedPart[] = [['department', n.recipient]]
    const month = monthOf(n.issuedOn)
    if (month) parts.push(['month', month])
    return this.kept(scopeOf(n), parts, [NOTICE_CELL])
  }

  /** What is kept of a record. Most cells are the same in many records, so each stands in memory once. */
  private kept(
    scope: Scope,
    parts: readonly KeyedPart[],
    cells: readonly CountedCell[],
    told: readonly string[] = NOBODY,
  ): Counted {
    const names = new Set<Part>(['all', ...parts.map(([d, k]): Part => `${d}:${k}`)])
    return {
      scope,
      turnsOn: NOBODY,
      parts: [...names].map((part) => this.sumsOf(scope, part)),
      told: [...new Set(told)].map((d) => this.sumsOf(scope, `department:${d}`)),
      cells: cells.map((cell) => {
        const { metric, numerator, denominator, value, department, day } = cell
        const name = `${metric} ${numerator} ${denominator} ${value} ${department} ${day}`
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
    if (old) {
      this.sum(old, -1)
      for (const day of old.turnsOn) this.turning[old.scope].delete(day, referenceOf(id))
    }
    this.counted.delete(id)
    if (counted) this.add(id, counted)
  }

  private add(id: string, counted: Counted): void {
    this.counted.set(id, counted)
    for (const day of counted.turnsOn) this.turning[counted.scope].add(day, referenceOf(id))
    this.sum(counted, 1)
  }

  private sum({ scope, parts, told, cells }: Counted, by: 1 | -1): void {
    for (const cell of cells)
      if (cell.day && cell.department) this.daily.count(`${scope} ${cell.department}`, cell.day, cell, by)
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

function add({ tallies }: Sums, cell: CountedCell, by: 1 | -1): void {
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

/** Only cases turn on a day. */
const referenceOf = (id: string) => id.slice('case '.length)
const DEPARTMENT = 'department:'
