import type { PayloadRequest } from 'payload'
import { isProgress } from '#domain/changes/progress'
import { publicChanges } from '#domain/changes/publicChanges'
import { shanghaiDay, shanghaiTime } from '#domain/dates'
import { dateWords } from '#domain/dateWords'
import { type Row, TABLES, type TableName } from '#domain/records/snapshot'
import { CHANGE_KIND_LABELS, CHANGE_KINDS, type ChangeKind, type PublishedKind } from '#domain/vocabulary'
import type { MainRow } from '../hooks/writeContext.ts'
import { assemble } from '../snapshot/assemble.ts'
import { namedKeys } from '../snapshot/namedKeys.ts'
import { givenNote } from './givenNote.ts'
import { neededNote } from './neededNote.ts'

type Data = Record<string, unknown>

/**
 * Brings what will be public its days and its note, before it is checked. The note that was written for this change
 * becomes public with it and is emptied where it was written: it never explains another change.
 */
export function publishNote(data: Data, before: MainRow | undefined): void {
  const now = Date.now()
  const today = shanghaiDay(now)
  const first = before?.row.publishedOn
  const { words: written, kind } = givenNote(data)
  // A record that was published before notes were emptied still holds its last one: it explains that change only.
  const words = written === (before?.row.changeNote ?? null) ? null : written
  data.publishedOn = first ?? today
  data.publishedTime = first ? before?.row.publishedTime : shanghaiTime(now)
  data.changedOn = today
  // There is nothing before the first publication that a note could speak of.
  data.publicNote = first ? words : null
  data.publicKind = first ? kind : null
  data.changeNote = null
  data.changeKind = null
}

/**
 * Asks for the note of a change of something public, and leaves day and note of the last change alone where nothing
 * public changes. @param row the public row that the write would make
 */
export async function holdNote<T extends TableName>(
  req: PayloadRequest,
  table: T,
  { data, before, row }: { data: Data; before: MainRow | undefined; row: Row<T> },
): Promise<void> {
  if (!before?.published) return
  const name = `${TABLES[table].label}${before.key}`
  const keys = await namedKeys(req.payload, table, [before.row], req)
  const earlier = assemble(table, before.row, keys).row
  const note = { words: data.publicNote as string | null, kind: data.publicKind as ChangeKind | null }
  const changes = earlier ? publicChanges(TABLES[table].schema, earlier as Data, row as Data) : null
  before.isChanged = changes?.length !== 0 || note.words !== null
  if (!before.isChanged) {
    for (const field of ['changedOn', 'publicNote', 'publicKind']) data[field] = before.row[field] ?? null
    data.publicNote ??= before.row.changeNote ?? null
    return
  }
  if (earlier && table === 'cases' && isProgress(earlier as Row<'cases'>, row as Row<'cases'>)) {
    data.publicKind = 'progress' satisfies PublishedKind
    keepLastWords(data, before)
    return
  }
  data.publicKind = neededNote(name, changes ?? [], note)
  keepLastWords(data, before)
}

/** What was said of an earlier change begins with the day of it once a later change says nothing. */
const DATED = /^\d{4}年\d{1,2}月\d{1,2}日(更正|补充|更新)：/

/** A change without words of its own, an erratum or progress, leaves readers what was last said of the record, with its day. */
function keepLastWords(data: Data, before: MainRow): void {
  const { publicNote, publicKind, changedOn } = before.row as Record<string, string | null | undefined>
  if (data.publicNote !== null || !publicNote) return
  const kind = CHANGE_KINDS.find((each) => each === publicKind)
  data.publicNote = DATED.test(publicNote)
    ? publicNote
    : `${dateWords(changedOn as string)}${kind ? CHANGE_KIND_LABELS[kind] : '更新'}：${publicNote}`
  before.keepsWords = true
}

/** Refuses a version whose publication would be refused for its note when its time comes. It writes nothing. */
export async function holdNoteToCome<T extends TableName>(
  req: PayloadRequest,
  table: T,
  { data, before, row }: { data: Data; before: MainRow; row: Row<T> },
): Promise<void> {
  const planned = { ...data }
  publishNote(planned, before)
  await holdNote(req, table, { data: planned, before: { ...before }, row })
}
