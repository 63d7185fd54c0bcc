import type { Block } from '#domain/caseList'
import { treeKeys } from '../urls.ts'

/** Rows that a list shows on one page before the next level of its tree opens. */
export const ROWS_ON_A_PAGE = 100

/** A level of the tree over the references: a year, a thousand numbers of it, or a hundred. */
export type Level = { year: string; thousand?: string; hundred?: string }
/** One page of rows of a long list: all of a level. */
export type Leaf = Level & { count: number; blocks: readonly Block[] }

/**
 * Splits a list into the leaves of a tree over the reference: year, thousand, hundred. A level opens only above a
 * hundred rows, so adding or taking away a case never moves other cases to other pages.
 */
export function leavesOf(blocks: readonly Block[]): readonly Leaf[] {
  const leaves = known.get(blocks) ?? split(blocks)
  known.set(blocks, leaves)
  return leaves
}

/** Leaves of lists that have not changed: each of a thousand pages of a list asks for all of them. */
const known = new WeakMap<readonly Block[], readonly Leaf[]>()

function split(blocks: readonly Block[]): Leaf[] {
  return groupsOf(blocks, (b) => b.year).flatMap(([year, ofYear]): Leaf[] => {
    if (countOf(ofYear) <= ROWS_ON_A_PAGE) return [leafOf({ year }, ofYear)]
    return groupsOf(ofYear, (b) => b.hundred.slice(0, -1)).flatMap(([thousand, ofThousand]): Leaf[] => {
      if (countOf(ofThousand) <= ROWS_ON_A_PAGE) return [leafOf({ year, thousand }, ofThousand)]
      return ofThousand.map((b) => leafOf({ year, hundred: b.hundred }, [b]))
    })
  })
}

/** References of a leaf in order. */
export function referencesOf(leaf: Leaf): string[] {
  return leaf.blocks.flatMap((b) => b.references).sort()
}

function leafOf(level: Level, blocks: readonly Block[]): Leaf {
  return { ...level, count: countOf(blocks), blocks }
}

function countOf(blocks: readonly Block[]): number {
  return blocks.reduce((n, b) => n + b.references.length, 0)
}

/** Blocks that follow each other under one key; they come in order. */
function groupsOf(blocks: readonly Block[], key: (block: Block) => string): [string, Block[]][] {
  const groups: [string, Block[]][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (last?.[0] === key(block)) last[1].push(block)
    else groups.push([key(block), [block]])
  }
  return groups
}

/** Names of the levels at which a case may stand, for the pages that a change of it may touch. */
export function levelsOf(reference: string): Level[] {
  const { year, thousand, hundred } = treeKeys(reference)
  return [{ year }, { year, thousand }, { year, hundred }]
}

/** Name of a level in an address: `2022`, `2022-001`, `2022-0012`. */
export function levelName(level: Level): string {
  return [level.year, level.hundred ?? level.thousand].filter(Boolean).join('-')
}

/** The numbers that a level spans, in words: 2022年第1—99号. */
export function levelWords(level: Level): string {
  const { year, thousand, hundred } = level
  if (hundred) return `${year}年${spanWords(Number(hundred) * 100, 100)}`
  if (thousand) return `${year}年${spanWords(Number(thousand) * 1000, 1000)}`
  return `${year}年`
}

function spanWords(from: number, length: number): string {
  return `第${Math.max(1, from)}—${from + length - 1}号`
}
