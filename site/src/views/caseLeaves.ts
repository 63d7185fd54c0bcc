import type { Block } from '#domain/caseList'
import { type Hundred, isBefore, isInside, type Span, spanBelow, spanName, spansOf } from './caseSpans.ts'

/** Rows that a list shows on one page before the next level of its tree opens. */
export const ROWS_ON_A_PAGE = 100

/** One page of rows of a long list. */
export type Leaf = Span & { rows: number; blocks: readonly Block[] }

/**
 * Splits a list into the leaves of a tree over the reference: a year, then fewer and fewer numbers of it. A level opens
 * only above a hundred rows, so adding or taking away a case never moves other cases to other pages. None for a list
 * that fits on its first page.
 */
export function leavesOf(blocks: readonly Block[]): readonly Leaf[] {
  return treeOf(blocks).leaves
}

/** The leaf of a list by the name of its span; none when no page of the list spans just that. */
export function leafNamed(blocks: readonly Block[], name: string): Leaf | undefined {
  return treeOf(blocks).byName.get(name)
}

type Tree = { leaves: readonly Leaf[]; byName: ReadonlyMap<string, Leaf> }

/** Leaves of lists that have not changed: each of a thousand pages of a list asks for them. */
const known = new WeakMap<readonly Block[], Tree>()

function treeOf(blocks: readonly Block[]): Tree {
  const last = known.get(blocks)
  if (last) return last
  const leaves = split(blocks)
  const tree = { leaves, byName: new Map(leaves.map((leaf) => [spanName(leaf), leaf])) }
  known.set(blocks, tree)
  return tree
}

function split(blocks: readonly Block[]): Leaf[] {
  if (rowsOf(blocks) <= ROWS_ON_A_PAGE) return []
  return groupsOf(blocks, ({ year }) => ({ year })).flatMap(open)
}

function open([span, blocks]: [Span, Block[]]): Leaf[] {
  const rows = rowsOf(blocks)
  if (isLeaf(span, rows)) return [{ ...span, rows, blocks }]
  return groupsOf(blocks, (block) => spanBelow(span, block) as Span).flatMap(open)
}

function isLeaf(span: Span, rows: number): boolean {
  return rows <= ROWS_ON_A_PAGE || span.count === 1
}

/** References of a leaf in order. */
export function referencesOf(leaf: Leaf): string[] {
  return leaf.blocks.flatMap((b) => b.references).sort()
}

/** The leaf of a list that holds a hundred; none while the list fits on its first page. */
export function leafWith(blocks: readonly Block[], hundred: Hundred): Leaf | undefined {
  return leavesOf(blocks).find((leaf) => isInside(hundred, leaf))
}

/**
 * Spans of a list that are or were a page of it and whose rows changes may have altered, opened or closed.
 * @param hundreds where cases came, went or changed
 * @param moved most rows of the list that came or went at once: a level may have opened or closed by as many
 */
export function spansTouched(blocks: readonly Block[], hundreds: readonly Hundred[], moved: number): Span[] {
  if (wasOtherwise(rowsOf(blocks), moved)) return spansOver(blocks, hundreds)
  if (rowsOf(blocks) <= ROWS_ON_A_PAGE) return []
  return groupsOf(hundreds, ({ year }) => ({ year })).flatMap((group) => touchedIn(group, blocks, moved))
}

function touchedIn([span, hundreds]: [Span, Hundred[]], around: readonly Block[], moved: number): Span[] {
  const blocks = around.filter((block) => isInside(block, span))
  if (wasOtherwise(rowsOf(blocks), moved)) return spansOver(blocks, hundreds)
  if (isLeaf(span, rowsOf(blocks))) return [span]
  const below = groupsOf(hundreds, (hundred) => spanBelow(span, hundred) as Span)
  return below.flatMap((group) => touchedIn(group, blocks, moved))
}

/** The leaves of a list just before and just after a span. */
export function leavesBeside(blocks: readonly Block[], span: Span): Leaf[] {
  const leaves = leavesOf(blocks)
  const before = leaves.findLast((leaf) => isBefore(leaf, span))
  const after = leaves.find((leaf) => isBefore(span, leaf))
  return [before, after].filter((leaf) => leaf !== undefined)
}

/** Whether a level with so many rows now may have been open when it is closed, or closed when it is open. */
function wasOtherwise(rows: number, moved: number): boolean {
  return rows > ROWS_ON_A_PAGE ? rows - moved <= ROWS_ON_A_PAGE : rows + moved > ROWS_ON_A_PAGE
}

/** Every span in which one of some hundreds lies. */
function spansOver(blocks: readonly Block[], hundreds: readonly Hundred[]): Span[] {
  const spans = new Map([...blocks, ...hundreds].flatMap(spansOf).map((span) => [spanName(span), span]))
  return [...spans.values()]
}

function rowsOf(blocks: readonly Block[]): number {
  return blocks.reduce((n, b) => n + b.references.length, 0)
}

/** Hundreds by the span in which they lie. */
function groupsOf<H extends Hundred>(hundreds: readonly H[], spanOf: (hundred: H) => Span): [Span, H[]][] {
  const groups = new Map<string, [Span, H[]]>()
  let last: [Span, H[]] | null = null
  for (const hundred of hundreds) {
    // Most follow each other.
    if (!last || !isInside(hundred, last[0])) {
      const span = spanOf(hundred)
      last = groups.get(spanName(span)) ?? [span, []]
      groups.set(spanName(span), last)
    }
    last[1].push(hundred)
  }
  return [...groups.values()]
}
