import { beating } from '../beating.ts'
import { monthOf } from '../dates.ts'
import type { Row } from '../records/snapshot.ts'
import { type Scope, scopeOf } from '../scope.ts'
import type { Change, World } from '../world/world.ts'
import { DailyCounts, type Sides } from './aroundNotice.ts'
import { type CountedCell, cellsOfCase, NOTICE_CELL, placeOf } from './countedCells.ts'
import { CountedDays } from './countedDays.ts'
import { type CaseFacts, factsOf } from './facts.ts'
import { type Figure, figureOf } from './figure.ts'
import type { Dimension, Metric } from './metrics.ts'
import { crossed } from './pairs.ts'
import { PartSums } from './partSums.ts'
import { type KeyedPart, NOBODY, partsOfCase, toldOnly } from './partsOfCase.ts'
import { type Picked, PickedCases, pickedOf } from './pickedCases.ts'
import { Standings } from './standings.ts'

type Counted = {
  scope: Scope
  parts: PartSums[]
  /** Parts in which some rows of the record stand while the record itself does not. */
  told: { sums: PartSums; by: 'department' | 'month' }[]
  cells: CountedCell[]
  turnsOn: readonly string[]
  picked: Picked | null
}
/** What a part of the records is called: `all`, or `department:chengjian`. */
export type Part = 'all' | `${Dimension}:${string}`

/**
 * Counts every metric over a world and keeps the sums: a record is looked at again only when it changed, and then its
 * old cells are taken out of the sums of its parts and the new ones put in.
 */
export class Statistics {
  private readonly counted = new Map<string, Counted>()
  private readonly sums = new Map<string, PartSums>()
  private readonly sameCell = new Map<string, CountedCell>()
  private readonly standings: Standings
  private readonly daily = new DailyCounts()
  /** Lists of rows that no single column tells. */
  readonly picked = new PickedCases()
  /** What hangs on the as-of day. */
  private readonly days: CountedDays
  private readonly world: World

  constructor(world: World) {
    this.world = world
    this.days = new CountedDays(this.asOfNow())
    this.standings = new Standings(world)
    const { cases, notices } = world.snapshot.tables
    for (const c of beating(cases.values(), world.beat)) this.add(`case ${c.reference}`, this.countCase(c))
    for (const n of notices.values()) this.add(`notice ${n.number}`, this.countNotice(n))
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
      if ((table === 'areas' || table === 'departments') && this.standings.hasMoved(table, key))
        this.recountBelow(table, key, cases)
    }
    if (!this.days.moveTo(this.asOfNow())) this.recount(cases)
    else this.picked.newDay(() => this.recount([...cases, ...this.countedToAsOf()]))
  }

  /** Does something and says in which parts anything was counted meanwhile, each as `real duty:1-1`. */
  touchedBy(work: () => void): string[] {
    for (const sums of this.sums.values()) sums.isTouched = false
    work()
    return [...this.sums].flatMap(([name, sums]) => (sums.isTouched ? [name] : []))
  }

  /** References of the cases whose facts may have moved with the as-of day, in order. */
  countedToAsOf(): string[] {
    return this.days.counted()
  }

  /** Scopes whose as-of day is another one than before it last moved: the other one's pages and rows stay as they are. */
  movedScopes(): Scope[] {
    return this.days.movedScopes()
  }

  private asOfNow(): Record<Scope, string> {
    return { real: this.world.asOf('real'), sample: this.world.asOf('sample') }
  }

  /** A figure over one scope and part. A part without records gives zeros and nulls. */
  figure(metric: Metric, scope: Scope, part: Part = 'all'): Figure {
    const tally = this.sums.get(`${scope} ${part}`)?.tally(placeOf(metric.id))
    return figureOf(metric, tally ?? { numerator: 0, denominator: 0, values: [] })
  }

  /** Arrivals on time before and after the first notice to a department; null while it has received none, or is merged. */
  aroundNotice(scope: Scope, department: string): (Sides & { day: string }) | null {
    if (this.world.department(department) !== department) return null
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
    return (this.sums.get(`${scope} ${part}`)?.records ?? 0) > 0
  }

  /** The keys of a dimension under which any record of a scope was counted, in order. */
  keysOf(scope: Scope, dimension: Dimension): string[] {
    const head = `${scope} ${dimension}:`
    const isTold = ([name, sums]: [string, PartSums]) =>
      name.startsWith(head) && !name.includes('/') && (sums.records > 0 || sums.hasRows())
    return [...this.sums]
      .filter(isTold)
      .map(([name]) => name.slice(head.length))
      .sort()
  }

  /** Facts of a case as of the day of its scope. */
  factsOf(c: Row<'cases'>): CaseFacts {
    return factsOf(c, this.world.asOfMoment(scopeOf(c)))
  }

  private countCase(row: Row<'cases'>): Counted {
    const facts = this.factsOf(row)
    this.days.setDated(row.reference, facts.isDated ? scopeOf(row) : null)
    const cells = cellsOfCase(row, facts).map((cell) => this.standing(cell))
    const counted = this.kept(scopeOf(row), partsOfCase(row, this.world), cells, toldOnly(row, this.world))
    return {
      ...counted,
      picked: pickedOf(row, facts),
      turnsOn: facts.turnsOn.length > 0 ? facts.turnsOn : NOBODY,
    }
  }

  private countNotice(n: Row<'notices'>): Counted {
    const parts: KeyedPart[] = [['department', this.world.department(n.recipient)]]
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
    const singles = parts.map((key) => ({ name: `${key[0]}:${key[1]}`, keys: [key] }))
    const named = [{ name: 'all', keys: [] }, ...singles, ...crossed(parts)]
    const strangers = [...new Set(told)].map((d): KeyedPart => ['department', d])
    const others = parts.filter(([d]) => d !== 'department')
    const own = monthsBeside(cells, parts).map((m): KeyedPart => ['month', m])
    return {
      scope,
      turnsOn: NOBODY,
      picked: null,
      parts: named.map(({ name, keys }) => this.sumsOf(scope, name, keys)),
      told: [
        ...strangers.map((key) => this.toldIn(scope, `department:${key[1]}`, [key], 'department')),
        ...crossed([...strangers, ...others])
          .filter(({ keys }) => keys.some(([d]) => d === 'department'))
          .map(({ name, keys }) => this.toldIn(scope, name, keys, 'department')),
        ...own.map((key) => this.toldIn(scope, `month:${key[1]}`, [key], 'month')),
      ],
      cells: cells.map((cell) => {
        const name = JSON.stringify(cell)
        const same = this.sameCell.get(name) ?? cell
        this.sameCell.set(name, same)
        return same
      }),
    }
  }

  private toldIn(scope: Scope, name: string, keys: readonly KeyedPart[], by: 'department' | 'month') {
    return { sums: this.sumsOf(scope, name, keys), by }
  }

  private sumsOf(scope: Scope, part: string, keys: readonly KeyedPart[]): PartSums {
    const name = `${scope} ${part}`
    const known = this.sums.get(name)
    if (known) return known
    const sums = new PartSums(keys)
    this.sums.set(name, sums)
    return sums
  }

  /** Tells which cases a moved place or merged department counts anew, and counts its notices. */
  private recountBelow(table: 'areas' | 'departments', slug: string, cases: Set<string>): void {
    for (const index of table === 'areas' ? (['area'] as const) : (['department', 'told'] as const))
      for (const r of this.world.casesBy(index, slug)) cases.add(r)
    if (table === 'areas') return
    for (const number of this.world.noticesTo(slug).numbers())
      this.replace(`notice ${number}`, this.countNotice(this.world.need('notices', number)))
  }

  /** A cell under the department that stands for its own. */
  private standing(cell: CountedCell): CountedCell {
    return cell.department ? { ...cell, department: this.world.department(cell.department) } : cell
  }

  private recount(references: Iterable<string>): void {
    for (const reference of beating(references, this.world.beat)) {
      const row = this.world.get('cases', reference)
      if (!row) this.days.setDated(reference, null)
      this.replace(`case ${reference}`, row && this.countCase(row))
    }
  }

  private replace(id: string, counted: Counted | undefined): void {
    const old = this.counted.get(id)
    if (old) {
      this.sum(old, -1)
      this.days.forget(old.scope, old.turnsOn, referenceOf(id))
    }
    this.counted.delete(id)
    if (counted) this.add(id, counted)
  }

  private add(id: string, counted: Counted): void {
    this.counted.set(id, counted)
    this.days.turn(counted.scope, counted.turnsOn, referenceOf(id))
    this.sum(counted, 1)
  }

  private sum({ scope, parts, told, cells, picked }: Counted, by: 1 | -1): void {
    if (picked) this.picked.take(picked, scope, by)
    for (const cell of cells)
      if (cell.day && cell.department) this.daily.count(`${scope} ${cell.department}`, cell.day, cell, by)
    for (const sums of parts) sums.count(cells, by)
    for (const { sums, by: dimension } of told) sums.countOwn(cells, dimension, by)
  }
}

/** Months in which rows of a record stand that was whistled in another one. */
function monthsBeside(cells: readonly CountedCell[], parts: readonly KeyedPart[]): string[] {
  const whistled = parts.find(([d]) => d === 'month')?.[1]
  return [...new Set(cells.flatMap((c) => (c.month && c.month !== whistled ? c.month : [])))]
}

/** Only cases turn on a day. */
const referenceOf = (id: string) => id.slice('case '.length)
