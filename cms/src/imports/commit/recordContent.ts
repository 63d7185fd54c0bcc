import type { ImportedRow } from '#domain/imports/importWorld'
import { findId, type PrivateDecision } from '#domain/private/decisions'
import { TABLES } from '#domain/records/snapshot'
import { type LoadedIds, recordData } from '../../loading/recordData.ts'
import { isEmpty } from '../../twoPeople/sameValue.ts'
import type { Id } from './keptImport.ts'
import type { RowToWrite } from './rowsToWrite.ts'

type Doc = Record<string, unknown>

/** What belongs to a row of the database and not to what it says. */
const OF_THE_ROW = ['id', 'createdAt', 'updatedAt']

/** Why words of which there is doubt are kept: a person said so of their kind. */
const REASON = '导入时按种类看过，不是隐私'

/** A new record as the newsroom keeps it. */
export function newContent(each: RowToWrite, ids: LoadedIds, by: Id): Doc {
  const { row } = each
  return {
    ...withoutBlank(recordData(row.table, row.record, ids)),
    ...row.hidden,
    privateDecisions: decisionsOf(each, [], by),
  }
}

/** A record as it is to be: as it stands, with what the file changes. */
export function changedContent(each: RowToWrite, stands: Doc, ids: LoadedIds, by: Id): Doc {
  const { row, saidBefore } = each
  const { key } = TABLES[row.table]
  // A part of a group is written with the whole of it.
  const fields = row.changes.map(({ field }) => field.split('.')[0] ?? field)
  const names = [...new Set(fields)].filter((name) => !(name in row.hidden))
  const said = Object.fromEntries(names.map((name) => [name, row.record[name]]))
  const changed = withoutBlank(recordData(row.table, { ...said, [key]: row.key }, ids))
  const gone = Object.fromEntries(
    names.filter((name) => said[name] === undefined).map((name) => [name, null]),
  )
  const privateDecisions = decisionsOf(each, (stands.privateDecisions ?? []) as PrivateDecision[], by)
  return {
    ...contentOf(stands),
    ...changed,
    ...gone,
    ...newHidden(row, stands, saidBefore),
    privateDecisions,
  }
}

/** The decisions that stand, and those that the mapping makes about words of which there is doubt. */
function decisionsOf({ row }: RowToWrite, stood: PrivateDecision[], by: Id): PrivateDecision[] | null {
  const known = new Set(stood.map(({ find }) => find))
  const at = new Date().toISOString()
  const kept = new Map<string, PrivateDecision>()
  for (const { kind, text, way } of row.spans) {
    const find = findId(kind, text)
    if (way === 'keep' && !known.has(find))
      kept.set(find, { find, kind, decision: 'kept', reason: REASON, by: String(by), at })
  }
  const all = [...stood, ...kept.values()]
  return all.length > 0 ? all : null
}

/** What a stored record says, without what the database says of its row. */
export function contentOf(doc: Doc): Doc {
  return Object.fromEntries(Object.entries(doc).filter(([name]) => !OF_THE_ROW.includes(name)))
}

/**
 * Private fields that still are as the file of a source left them; what editors wrote there since stays. The newsroom's own
 * workbook says only what somebody changed in it.
 */
function newHidden({ hidden, sourceKey }: RowToWrite['row'], stands: Doc, before: ImportedRow | null): Doc {
  const isTaken = (name: string) =>
    sourceKey === null || isEmpty(stands[name]) || stands[name] === before?.hidden[name]
  return Object.fromEntries(Object.entries(hidden).filter(([name]) => isTaken(name)))
}

/** An empty text is nothing, as it is where people save. */
const withoutBlank = (data: Doc): Doc =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value === '' ? null : value]))
