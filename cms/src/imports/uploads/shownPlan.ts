import type { ImportPlan, Outcome, PlannedRow, ReasonKind } from '#domain/imports/importPlan'
import type { PrivateWay } from '#domain/imports/mapping'
import type { Strength } from '#domain/private/privateSpans'

/** Rows of a dry run on one screen. */
export const ROWS_ON_A_PAGE = 50
/** How many places of a kind of private words are shown at first, and how many rows that did not come again are named. */
const FIRST = 20
/** Characters of a text that a screen shows of it. */
const SHOWN = 400

/** A kind of private words in the texts of a file, with some of its places. */
export type PrivateKindFound = {
  kind: string
  strength: Strength
  way: PrivateWay
  count: number
  first: { row: number | null; address: string | undefined; before: string; text: string; masked: string }[]
}

/** A dry run without its rows, as a screen shows it. */
export type ShownPlan = Omit<ImportPlan, 'rows' | 'vanished'> & {
  total: number
  vanished: { count: number; first: ImportPlan['vanished'] }
  reasons: Partial<Record<ReasonKind, number>>
  privateKinds: PrivateKindFound[]
  /** Row numbers that want a person. */
  undecided: Record<'ask' | 'hold' | 'refuse', number[]>
}

/** A row of a dry run as a screen shows it. */
export type ShownRow = Pick<
  PlannedRow,
  'table' | 'row' | 'sheet' | 'outcome' | 'sourceKey' | 'key' | 'changes' | 'reasons' | 'spans'
> & {
  title: string
}

/** What a list of rows is narrowed to. */
export type RowsAsked = {
  outcome?: Outcome | undefined
  reason?: ReasonKind | undefined
  kind?: string | undefined
}

export function shownPlan({ rows, vanished, ...plan }: ImportPlan): ShownPlan {
  const reasons: Partial<Record<ReasonKind, number>> = {}
  for (const row of rows)
    for (const kind of new Set(row.reasons.map((each) => each.kind))) reasons[kind] = (reasons[kind] ?? 0) + 1
  return {
    ...plan,
    total: rows.length,
    vanished: { count: vanished.length, first: vanished.slice(0, FIRST) },
    reasons,
    privateKinds: privateKindsOf(rows),
    undecided: {
      ask: numbersOf(rows, 'ask'),
      hold: numbersOf(rows, 'hold'),
      refuse: numbersOf(rows, 'refuse'),
    },
  }
}

const numbersOf = (rows: readonly PlannedRow[], outcome: Outcome): number[] =>
  rows.flatMap((row) => (row.outcome === outcome && row.row !== null ? [row.row] : []))

function privateKindsOf(rows: readonly PlannedRow[]): PrivateKindFound[] {
  const kinds = new Map<string, PrivateKindFound>()
  for (const { row, spans } of rows)
    for (const { kind, strength, way, address, before, text, masked } of spans) {
      const id = `${strength} ${kind}`
      const known = kinds.get(id) ?? { kind, strength, way, count: 0, first: [] }
      kinds.set(id, known)
      known.count++
      if (known.first.length < FIRST) known.first.push({ row, address, before, text, masked })
    }
  return [...kinds.values()].sort(
    (a, b) => Number(a.strength === 'doubtful') - Number(b.strength === 'doubtful') || b.count - a.count,
  )
}

export function shownRow({ record, hidden: _, changes, ...row }: PlannedRow): ShownRow {
  return {
    ...row,
    title: clipped(String(record?.title ?? record?.name ?? record?.reason ?? '')) ?? '',
    changes: changes.map((each) => ({ ...each, before: clipped(each.before), after: clipped(each.after) })),
  }
}

/** Whether a row is among those that were asked for. */
export function isAsked({ outcome, reasons, spans }: ShownRow, asked: RowsAsked): boolean {
  return (
    (asked.outcome === undefined || outcome === asked.outcome) &&
    (asked.reason === undefined || reasons.some(({ kind }) => kind === asked.reason)) &&
    (asked.kind === undefined || spans.some(({ kind }) => kind === asked.kind))
  )
}

function clipped(text: string | null): string | null {
  return text !== null && text.length > SHOWN ? `${text.slice(0, SHOWN)}……` : text
}
