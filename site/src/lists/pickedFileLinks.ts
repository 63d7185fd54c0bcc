import { type PickedList, pickedPath } from '#domain/figures/pickedLists'
import { MOST_ROWS_OF_A_LIST } from '#domain/figures/rowLists'
import { SCOPE_LABELS, SCOPES, type Scope, scopeOf } from '#domain/scope'
import { idOfKey } from '#domain/world/timedKeys'
import type { Context } from '../context.ts'
import { dataFile } from '../urls.ts'
import { MONTHS_ANCHOR } from './listHead.ts'
import { fitsOnFirstPage } from './longList.ts'
import { monthOfSpan, type SpanName } from './timeSpans.ts'

/** Where rows are, in words. */
export type RowsLink = { href: string; text: string }

/**
 * Where the rows of a page of a picked list are, scope by scope: in a file of their own; where they are too many for
 * one, on the pages of the months, or in the whole table with the columns that tell them. A page of a part of a month
 * has none: the page of the month above it has them.
 */
export function filesOfPicked(list: PickedList, span: SpanName | undefined, context: Context): RowsLink[] {
  const { picked } = context.statistics
  if (span !== undefined && span !== monthOfSpan(span)) return []
  const hasMonths = span === undefined && !fitsOnFirstPage(picked.timed(list.id))
  return SCOPES.flatMap((scope) => {
    const rows = span ? rowsInMonth(list, scope, span, context) : picked.rows(list.id, scope)
    if (rows === 0) return []
    const label = `${SCOPE_LABELS[scope]}的这些行`
    if (rows <= MOST_ROWS_OF_A_LIST) return [{ href: pickedPath(list, scope, span), text: `${label}（CSV）` }]
    const many = `${label}超过${MOST_ROWS_OF_A_LIST}行`
    if (hasMonths) return [{ href: `#${MONTHS_ANCHOR}`, text: `${many}，在每个月的页上` }]
    return [
      {
        href: dataFile(list.table, 'csv'),
        text: `${many}，在${list.table}.csv里，${columnWords(list, scope, span)}`,
      },
    ]
  })
}

function rowsInMonth(list: PickedList, scope: Scope, month: string, { world, statistics }: Context): number {
  return statistics.picked
    .timed(list.id)
    .inMonth(month)
    .map((key) => world.need('cases', idOfKey(key)))
    .filter((c) => scopeOf(c) === scope)
    .reduce((sum, c) => sum + list.picks(c, statistics.factsOf(c)).length, 0)
}

function columnWords({ columns }: PickedList, scope: Scope, month: SpanName | undefined): string {
  return [
    ...columns.map(({ name, value }) => `${name}为${value}`),
    ...(month ? [month.length < 7 ? `month为空、吹哨或编号在${month}年` : `month为${month}`] : []),
    scope === 'sample' ? 'origin为sample' : 'origin不是sample',
  ].join('，')
}
