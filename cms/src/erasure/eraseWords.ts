import type { Payload, PayloadRequest } from 'payload'
import { isImportTable, PRIVATE_TARGETS } from '#domain/imports/importTables'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { isTable } from '../access/ownRecords.ts'
import { ON_THE_WAY } from '../history/chain.ts'
import { namersOf } from '../hooks/namedByPublished.ts'
import { refuse } from '../hooks/refuse.ts'
import { endStanding } from '../workflow/keptSteps.ts'
import { type Among, type Doc, type Holder, holdersOf, recordOf } from './holders.ts'
import { holdsWords, withoutWords } from './withoutWords.ts'

/** How many of the records in the way a refusal names. */
const NAMED = 5

/** Where words stand, in numbers by collection, and what must be done before they can go; null where nothing must. */
export type Found = { counts: Record<string, number>; inTheWay: string | null }

/** What a look through the newsroom found: told to people, and what the write looks at again. */
export type Looked = { found: Found; among: Among }

/** Reads where words stand. Changes nothing. */
export async function findWords(payload: Payload, words: string): Promise<Looked> {
  // What was being saved when the look began, or by a machine whose clock is behind, is looked at again.
  const since = new Date(Date.now() - ON_THE_WAY).toISOString()
  const holders = await all(holdersOf(payload, words))
  const records = Map.groupBy(holders, ({ of }) => of as string)
  const ids = new Map([...records].map(([of, own]) => [of, [...new Set(own.map(recordOf))]]))
  return { found: await whatStands(payload, holders, words), among: { since, ids } }
}

async function whatStands(
  payload: Payload,
  holders: readonly Holder[],
  words: string,
  req?: PayloadRequest,
): Promise<Found> {
  const counts: Record<string, number> = {}
  const open: string[] = []
  for (const holder of holders) {
    counts[holder.of] = (counts[holder.of] ?? 0) + 1
    const why = await whyNot(payload, holder, words, req)
    if (why) open.push(why)
  }
  if (open.length === 0) return { counts, inTheWay: null }
  const more = open.length > NAMED ? ' 等' : ''
  return {
    counts,
    inTheWay: `有${open.length}处不能清除（${open.slice(0, NAMED).join('、')}${more}）：公开的先更正或撤下，编号里的换一条记录`,
  }
}

async function all<T>(of: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const each of of) found.push(each)
  return found
}

/** Why a place cannot lose the words: readers have it, or it is a name by which others find it. Null where it can. */
async function whyNot(
  payload: Payload,
  holder: Holder,
  words: string,
  req?: PayloadRequest,
): Promise<string | null> {
  const { kind, of, doc } = holder
  if (kind === 'global') return `公开的${of === 'synonyms' ? '俗称词表' : '设置'}`
  if (kind !== 'row') return null
  if (of === 'media')
    return (await namersOf({ payload, ...req } as PayloadRequest, 'media', doc.id)).length > 0
      ? `公开的照片${String(doc.filename).slice(0, 8)}…`
      : null
  if (!isTable(of as TableName)) return null
  const { key, label } = TABLES[of as TableName]
  if (doc._status === 'published' && holdsWords(beyondPrivate(of as TableName, doc), words))
    return `公开的${label}${String(doc[key])}`
  return holdsWords(doc[key], words) ? `${label}的编号` : null
}

/** A record without what never leaves the newsroom: words that stand there alone are with no reader. */
function beyondPrivate(table: TableName, doc: Doc): object {
  const hidden = ['privateDecisions', ...(isImportTable(table) ? Object.keys(PRIVATE_TARGETS[table]) : [])]
  return Object.fromEntries(Object.entries(doc).filter(([name]) => !hidden.includes(name)))
}

/**
 * Takes words out of everything that holds them, in the transaction of the request. Records keep all else; the history
 * keeps the hashes of what went, so that its chain still holds. What waited on its way to readers ends.
 * @param among what a look just before found, so that nobody waits for a second one through the whole newsroom
 * @returns where they stood, as `findWords` counts, and the rows of the history that were emptied
 */
export async function eraseWords(
  req: PayloadRequest,
  words: string,
  among: Among,
): Promise<{ counts: Found['counts']; emptied: (number | string)[] }> {
  const { payload } = req
  const holders = await all(holdersOf(payload, words, { req, among }))
  const { counts, inTheWay } = await whatStands(payload, holders, words, req)
  if (inTheWay) refuse(inTheWay, 409)
  for (const holder of holders) await rewrite(req, holder, words)
  const emptied = holders
    .filter(({ kind, of }) => kind === 'row' && of === 'history')
    .map(({ doc }) => doc.id)
  return { counts, emptied }
}

async function rewrite(req: PayloadRequest, holder: Holder, words: string): Promise<void> {
  const { db } = req.payload
  const { kind, of, doc } = holder
  const { id, ...rest } = doc
  if (kind === 'row') {
    const data = of === 'history' ? ofHistory(rest, words) : keptApart(holder, withoutWords(rest, words))
    await db.updateOne({ collection: of, id, data, req, returning: false })
  } else if (kind === 'version') {
    const { id: _, ...version } = withoutWords(doc.version, words)
    const versionData = { ...rest, version } as never
    await db.updateVersion({ collection: of, id, versionData, req, returning: false })
    if (doc.latest && isTable(of as TableName)) await endStanding(req, of as TableName, doc.parent)
  } else if (kind === 'globalVersion') {
    const { id: _, ...version } = withoutWords(doc.version, words)
    const versionData = { ...rest, version } as never
    await db.updateGlobalVersion({ global: of, id, versionData, req, returning: false })
  }
}

/** Texts of which no two may be the same. */
const APART: Readonly<Record<string, readonly string[]>> = {
  'imported-rows': ['sourceKey'],
  'import-mappings': ['name'],
}

/** A row from which words went, with its own number where they stood in what tells it from others: two stay two. */
function keptApart<R extends Record<string, unknown>>({ of, doc }: Holder, rest: R): R {
  const changed = (APART[of] ?? []).filter((name) => rest[name] !== doc[name])
  return { ...rest, ...Object.fromEntries(changed.map((name) => [name, `${String(rest[name])}${doc.id}`])) }
}

/** What a row of the history may lose: its changes and its note, of which the chain holds the hashes. */
function ofHistory(row: Record<string, unknown>, words: string) {
  return {
    ...row,
    changes: holdsWords(row.changes, words) ? null : row.changes,
    note: holdsWords(row.note, words) && row.noteHash ? null : row.note,
  }
}
