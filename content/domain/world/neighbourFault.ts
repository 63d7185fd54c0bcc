import { nameSameness } from '../cleanText.ts'
import { type Row, TABLES, type TableName } from '../records/snapshot.ts'
import { mergerFault, treeFault } from './areaTree.ts'

/** Tables in which two records of one name could not be told apart, and what of their rows is the name. */
export const NAMED_APART = { departments: 'name', practices: 'title', areas: 'name' } as const
export type NamedTable = keyof typeof NAMED_APART

export function isNamedApart(table: TableName): table is NamedTable {
  return table in NAMED_APART
}

/**
 * What one row cannot tell and its neighbours can, as a sentence, or null: a name that another has (areas: under the same
 * parent), an area below itself or above what is no lower, a merger that comes back to itself.
 * @param others the rows of its table that are public, itself among them or not
 */
export function neighbourFault(
  table: NamedTable,
  own: Row<NamedTable>,
  others: readonly Row<NamedTable>[],
): string | null {
  const key = TABLES[table].key as 'slug'
  const beside = others.filter((other) => other[key] !== own[key])
  const twin = beside.find((other) => isTwin(table, own, other))
  if (twin) return `已有同名的${TABLES[table].label}${twin[key]}，读者分不清，请改名称或用那一条`
  const merger = mergerFault(own as Row<'areas'>, beside as Row<'areas'>[])
  if (merger) return `并入：${merger}`
  const fault = table === 'areas' ? treeFault(own as Row<'areas'>, beside as Row<'areas'>[]) : null
  return fault && `上级：${fault}`
}

/** What was merged keeps its name, and readers of its page are told where to go on. */
function isTwin(table: NamedTable, own: Row<NamedTable>, other: Row<NamedTable>): boolean {
  const nameOf = (row: Row<NamedTable>) => nameSameness((row as Row<'areas'>)[NAMED_APART[table] as 'name'])
  return (
    !isMerged(own) &&
    !isMerged(other) &&
    nameOf(own) === nameOf(other) &&
    (own as Row<'areas'>).parent === (other as Row<'areas'>).parent
  )
}

const isMerged = (row: Row<NamedTable>) => 'replacedBy' in row && row.replacedBy !== undefined
