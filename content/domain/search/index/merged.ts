import type { Scope } from '../../scope.ts'
import type { SearchedTable } from '../document.ts'
import { type DocSet, without } from './docSet.ts'
import { dutyOf, stretchOf } from './head.ts'
import type { Recent } from './recent.ts'
import type { Settled } from './settled.ts'
import type { TermEntry } from './termEntry.ts'

/**
 * The settled index and what changed since as one: dead records are in no set, and changed ones have the ordinals
 * after the settled ones.
 */
export class Merged {
  readonly settled: Settled
  readonly recent: Recent
  readonly dead: ReadonlySet<number>

  constructor(settled: Settled, recent: Recent, dead: ReadonlySet<number>) {
    this.settled = settled
    this.recent = recent
    this.dead = dead
  }

  /** One more than the largest ordinal. */
  get end(): number {
    return this.settled.head.size + this.recent.documents.length
  }

  /** Records that can be found. */
  get size(): number {
    return this.end - this.dead.size
  }

  /** Everything that is kept under a key. */
  async terms(key: string): Promise<TermEntry[]> {
    const settled = (await this.settled.terms(key)).map((entry) => this.living(entry))
    const byTerm = new Map(settled.map((entry) => [entry.term, entry]))
    for (const entry of this.recent.entries(key))
      byTerm.set(entry.term, this.joined(byTerm.get(entry.term), entry))
    return [...byTerm.values()]
  }

  /** A set of settled records without the dead, and with changed ones. */
  withRecent(docs: DocSet, places: readonly number[]): DocSet {
    return concatenated(without(docs, this.dead), this.shifted(places))
  }

  table(ordinal: number): [SearchedTable, Scope] {
    const document = this.recent.documents[ordinal - this.settled.head.size]
    return document ? [document.table, document.scope] : stretchOf(this.settled.head, ordinal)
  }

  /** Code of the main duty of a case. */
  duty(ordinal: number): string | undefined {
    const document = this.recent.documents[ordinal - this.settled.head.size]
    return document ? document.facets.duty?.[0] : dutyOf(this.settled.head, ordinal)
  }

  /** Cases of a main duty. */
  ofDuty(code: string): DocSet {
    const { duties, cases } = this.settled.head
    const stretches = duties.flatMap(([own, first], i) => {
      const end = duties[i + 1]?.[1] ?? cases
      return own === code ? [Uint32Array.from({ length: end - first }, (_, at) => first + at)] : []
    })
    const recent = this.recent.documents.flatMap(({ facets }, place) =>
      facets.duty?.[0] === code ? [place] : [],
    )
    return this.withRecent(stretches.reduce(concatenated, new Uint32Array(0)), recent)
  }

  /** Every record that can be found. */
  all(): DocSet {
    return without(
      Uint32Array.from({ length: this.end }, (_, ordinal) => ordinal),
      this.dead,
    )
  }

  private shifted(places: Iterable<number>): DocSet {
    return Uint32Array.from(places, (place) => place + this.settled.head.size)
  }

  private living(entry: TermEntry): TermEntry {
    if (this.dead.size === 0) return entry
    const { docs, levels } = entry
    return {
      ...entry,
      docs: without(docs, this.dead),
      levels:
        typeof levels === 'number' ? levels : levels.filter((_, i) => !this.dead.has(docs[i] as number)),
      near: without(entry.near, this.dead),
    }
  }

  private joined(settled: TermEntry | undefined, recent: TermEntry): TermEntry {
    const added = { docs: this.shifted(recent.docs), near: this.shifted(recent.near) }
    if (!settled) return { ...recent, ...added }
    const levels =
      typeof settled.levels === 'number'
        ? new Uint8Array(settled.docs.length).fill(settled.levels)
        : settled.levels
    return {
      term: settled.term,
      docs: concatenated(settled.docs, added.docs),
      levels: Uint8Array.from([...levels, ...(recent.levels as Uint8Array)]),
      near: concatenated(settled.near, added.near),
    }
  }
}

function concatenated(a: DocSet, b: DocSet): DocSet {
  const joined = new Uint32Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}
