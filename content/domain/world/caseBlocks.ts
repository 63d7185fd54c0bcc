import { blockOf, referenceParts } from '../keys.ts'
import { SortedKeys } from './sortedKeys.ts'

/** A hundred numbers of a year with the references that lie there, in order. */
export type Block = { year: string; hundred: string; references: readonly string[] }

/** References by hundreds of their numbers: the addresses and files of cases are formed from these. */
export class CaseBlocks {
  private readonly years = new Map<string, Map<string, SortedKeys>>()
  /** What `all` last gave; null when it no longer holds. */
  private sorted: readonly Block[] | null = null

  /** References in the block in which a reference lies. */
  blockWith(reference: string): readonly string[] {
    return this.years.get(referenceParts(reference).year)?.get(blockOf(reference))?.all() ?? []
  }

  /** The blocks that hold a case, by year and number: the same array until a case comes or goes. */
  all(): readonly Block[] {
    this.sorted ??= [...this.years]
      .sort(byKey)
      .flatMap(([year, blocks]) =>
        [...blocks].sort(byKey).map(([hundred, keys]) => ({ year, hundred, references: keys.all() })),
      )
    return this.sorted
  }

  add(reference: string): void {
    const { year } = referenceParts(reference)
    const blocks = this.years.get(year) ?? new Map<string, SortedKeys>()
    this.years.set(year, blocks)
    const block = blocks.get(blockOf(reference)) ?? new SortedKeys()
    blocks.set(blockOf(reference), block)
    block.add(reference)
    this.sorted = null
  }

  delete(reference: string): void {
    const { year } = referenceParts(reference)
    const blocks = this.years.get(year)
    const block = blocks?.get(blockOf(reference))
    block?.delete(reference)
    if (block?.size === 0) blocks?.delete(blockOf(reference))
    if (blocks?.size === 0) this.years.delete(year)
    this.sorted = null
  }
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}
