import { SCOPE_LABELS, SCOPES, type Scope } from '#domain/scope'
import { idOfKey } from '#domain/world/timedKeys'
import { type BarGroup, fitsOnFirstPage, MOST_SHOWN, yearsOf } from './longList.ts'
import { hasOpenPages, type ListWithOpen } from './openPages.ts'
import { countBy, scopedWords } from './scopedCount.ts'

/** Rows under one head. */
export type RowSection<L> = {
  /** Null where the title of the page is the head. */
  words: string | null
  /** What stands beside the head: how many there are, and in which order they stand. */
  note: string
  /** Whether the head is marked as one of invented rows; one that says so in words is not. */
  sample: boolean
  lines: L[]
  rest: { href: string; words: string } | null
}

/** What a first page shows: what is open, the longest waiting first; then the latest; then the months. */
export type ListHead<L> = { open: RowSection<L>[]; sections: RowSection<L>[]; bars: BarGroup[] }

/** What the rows of a list are called. */
export type ListWords = { open: string; latest: string; unit: string; waiting: string }

type Printed<L> = { list: ListWithOpen; words: ListWords; linesOf: (ids: readonly string[]) => L[] }

/** Anchor of the months on a first page. */
export const MONTHS_ANCHOR = 'yuefen'

/** The first page of a list. Real and invented rows stand under heads of their own. */
export function listHead<L>(of: Printed<L>): ListHead<L> {
  const { rows } = of.list.all
  const waiting = of.list.open.rows
  const shown = new Set(SCOPES.flatMap((scope) => waiting.first(scope, MOST_SHOWN)))
  const isMixed = SCOPES.every((scope) => rows.sizeOf(scope) > 0)
  const head = (scope: Scope, words: string) => (isMixed ? `${SCOPE_LABELS[scope]}：${words}` : words)
  const section = (scope: Scope, words: string, note: string, keys: string[], rest: RowSection<L>['rest']) =>
    keys.length === 0
      ? []
      : [
          {
            words: head(scope, words),
            note,
            sample: scope === 'sample' && !isMixed,
            lines: of.linesOf(keys.map(idOfKey)),
            rest,
          },
        ]
  const open = SCOPES.flatMap((scope) => {
    const [count, keys] = [waiting.sizeOf(scope), waiting.first(scope, MOST_SHOWN)]
    const isWhole = count === keys.length
    const note = isWhole
      ? `${count}${of.words.unit}，${of.words.waiting}的在前`
      : `共${count}${of.words.unit}，先列${of.words.waiting}的${keys.length}${of.words.unit}`
    return section(scope, of.words.open, note, keys, restOf(of, scope))
  })
  const latest = SCOPES.flatMap((scope) => {
    const most = fitsOnFirstPage(rows) ? rows.size : MOST_SHOWN
    const keys = rows.newest(scope, most, (key) => shown.has(key))
    const isRest = keys.length + Math.min(waiting.sizeOf(scope), MOST_SHOWN) === rows.sizeOf(scope)
    const words = isRest ? (waiting.sizeOf(scope) > 0 ? '其余的' : '全部') : of.words.latest
    return section(scope, words, `${keys.length}${of.words.unit}，新的在前`, keys, null)
  })
  return { open, sections: latest, bars: yearsOf(of.list.all) }
}

function restOf<L>({ list, words }: Printed<L>, scope: Scope): RowSection<L>['rest'] {
  const count = list.open.rows.sizeOf(scope)
  if (count <= MOST_SHOWN || fitsOnFirstPage(list.all.rows)) return null
  if (hasOpenPages(list))
    return {
      href: list.open.pathOf(),
      words: `${words.open}，全部${scopedWords(
        countBy((s) => list.open.rows.sizeOf(s)),
        words.unit,
        scope === 'sample',
      )}`,
    }
  return { href: `#${MONTHS_ANCHOR}`, words: '其余的按月份看' }
}
