import { TABLES } from '../../records/snapshot.ts'
import type { FieldChange, PlannedRow, Reason } from '../importPlan.ts'
import type { OwnRecord } from '../importWorld.ts'
import type { Mapping } from '../mapping.ts'
import { checkNamed, checkState, leftOutRow, type RowPlanning } from '../planRow.ts'
import { heldReason, maskPrivate } from '../privateTexts.ts'
import { rowOutcome } from '../rowOutcome.ts'
import { type ReadingKnowledge, RowReading } from '../rowReading.ts'
import { standingWords } from '../standing/standingWords.ts'
import type { SheetRow } from '../workbook.ts'
import { saidIn } from './ownCell.ts'
import { type OwnColumn, ownColumns } from './ownColumns.ts'
import { type OwnNames, ownNames } from './ownNames.ts'
import { type TouchedCell, touchedCells } from './readOwnRow.ts'

type Planning = Omit<RowPlanning, 'sourceKeys' | 'rowsOf'>
type ReadOwnRow = { row: number; reading: RowReading }

/**
 * What would become of the rows of a workbook that the newsroom made. A cell that nobody touched says nothing, whatever
 * the record has become since; where both were changed, a person is asked and nothing is overwritten.
 */
export function planOwnRows(
  allRows: readonly SheetRow[],
  left: ReadonlySet<number>,
  knowing: Omit<ReadingKnowledge, 'make'>,
  planning: Planning,
): { planned: PlannedRow[]; readRows: ReadOwnRow[] } {
  const { table, mapping } = knowing
  const known = { ...knowing, make: () => null }
  const rows = allRows.filter(({ row }) => !left.has(row))
  const columns = new Map(table.heads.map(({ text, column }) => [text, column]))
  const readRows = rows.map((row) => ({ row: row.row, reading: new RowReading(row, known, columns) }))
  const all = ownColumns(mapping.table, true)
  const present = all.filter(({ title }) => readRows[0]?.reading.has(title))
  const names = ownNames(planning.world.named)
  const head = (all[0] as OwnColumn).title
  const rowsOf = Map.groupBy(readRows, ({ reading }) => saidIn(reading.cell(head)))
  const taken = readRows.map((read) => {
    const key = saidIn(read.reading.cell(head))
    tellKey(read, head, key, rowsOf.get(key) ?? [], planning)
    return planOwnRow(read, key, present, names, planning)
  })
  const leftOut = allRows
    .filter(({ row }) => left.has(row))
    .map(({ row }) => leftOutRow({ row, sourceKey: null }, mapping))
  return { readRows, planned: [...taken, ...leftOut].sort((a, b) => Number(a.row) - Number(b.row)) }
}

/** Without a key that is in the newsroom, and there once, nobody knows what a row is about. */
function tellKey(
  { reading, row }: ReadOwnRow,
  head: string,
  key: string,
  same: readonly ReadOwnRow[],
  { mapping, world }: Planning,
): void {
  const { label } = TABLES[mapping.table]
  if (key === '')
    reading.tell(
      'no-key',
      `没有${head}，不知道是哪一条：新的${label}请在后台建，或用别的对照表导入`,
      undefined,
      head,
    )
  else if (!world.own?.has(key))
    reading.tell(
      'no-key',
      `编辑部没有${head}是 ${key} 的${label}：可能删了，或者这一格被改过；这里只改已有的`,
      undefined,
      head,
    )
  else if (same.length > 1) {
    const others = same.filter((each) => each.row !== row).map((each) => each.row)
    reading.tell(
      'repeated-key',
      `第${others.slice(0, 5).join('、')}行也是 ${key}：请看哪一行算数`,
      undefined,
      head,
    )
  }
}

function planOwnRow(
  { row, reading }: ReadOwnRow,
  key: string,
  columns: readonly OwnColumn[],
  names: OwnNames,
  planning: Planning,
): PlannedRow {
  const { mapping, world } = planning
  const { table } = mapping
  const { reasons } = reading
  const own = world.own?.get(key)
  const known = { table, row, sourceKey: null, key: own ? key : null }
  if (!own)
    return {
      ...known,
      outcome: rowOutcome(reasons, 0, 'skip'),
      record: null,
      said: null,
      hidden: {},
      changes: [],
      reasons: [...reasons, ...reading.alike],
      spans: [],
    }
  const touched = touchedCells(reading, columns, own, names)
  const taken = touched.filter((cell) => isTaken(reading, cell, own, mapping))
  if (taken.length > 0 && own.hasWaitingDraft)
    reading.tell('neighbour', `${TABLES[table].label}${key}有一份还没有公开的草稿：先处理它，再导入`)
  const { record, spans, held, kept } = masked(taken, own, planning, reading)
  const hidden = Object.fromEntries(
    taken
      .filter(({ column }) => column.isPrivate)
      .map(({ column, value }) => [column.field, String(value ?? '')]),
  )
  if (kept.length > 0)
    hidden.internalNote = [hidden.internalNote ?? own.now.hidden.internalNote, ...kept]
      .filter(Boolean)
      .join('\n')
  const fields = new Set(taken.map(({ column }) => column.field.split('.')[0] ?? ''))
  if (taken.length > 0) check(reading, record, { key, own, fields }, planning)
  return {
    ...known,
    outcome: rowOutcome(reasons, held.length, taken.length > 0 ? 'change' : 'skip'),
    record: { ...record, [TABLES[table].key]: key },
    said: null,
    hidden,
    changes: taken.map(changeOf),
    reasons: [...reasons, ...reading.alike],
    spans,
  }
}

/** Whether nobody else changed the field since, or the file counts; otherwise that is asked, with both texts. */
function isTaken(
  reading: RowReading,
  { column, before, now, said }: TouchedCell,
  own: OwnRecord,
  { edited }: Mapping,
): boolean {
  if ((own.made !== null && before === now) || edited === 'file') return true
  if (edited === 'editor') return false
  const { title, field } = column
  reading.tell(
    'edited-by-hand',
    own.made === null
      ? `${title}和编辑部的不同，又看不出这份工作簿是什么时候存的（编辑部里是“${now ?? '空'}”，文件里是“${said || '空'}”）：请看用哪一个`
      : `${title}在下载以后别人改过（现在是“${now ?? '空'}”），文件里又改成“${said || '空'}”：没有动，请看用哪一个`,
    field,
    title,
  )
  return false
}

/** The record as it would be, with the private numbers in what was touched masked where that was decided. */
function masked(taken: readonly TouchedCell[], own: OwnRecord, { mapping }: Planning, reading: RowReading) {
  const next: Record<string, unknown> = { ...own.now.record }
  const fields = new Set<string>()
  for (const { column, value } of taken) {
    if (column.isPrivate) continue
    const [first = '', inner] = column.field.split('.')
    fields.add(first)
    reading.place(column.field, column.title)
    next[first] = inner === undefined ? value : withPart(next[first], inner, value)
    if (next[first] === undefined) delete next[first]
  }
  const open = Object.fromEntries([...fields].flatMap((name) => (name in next ? [[name, next[name]]] : [])))
  const looked = maskPrivate(open, mapping, (field) => reading.placeOf(field))
  reading.reasons.push(...looked.held.map(heldReason))
  return { ...looked, record: { ...next, ...looked.record } }
}

/** A group with one of its parts changed; nothing where no part is left. */
function withPart(group: unknown, part: string, value: unknown): unknown {
  const parts = Object.entries({ ...(group as object | undefined), [part]: value }).filter(
    ([, each]) => each !== undefined && each !== null,
  )
  return parts.length > 0 ? Object.fromEntries(parts) : undefined
}

/** What a release would say against the record that it does not say of it already. */
function check(
  reading: RowReading,
  record: Record<string, unknown>,
  { key, own: { now }, fields }: { key: string; own: OwnRecord; fields: ReadonlySet<string> },
  planning: Planning,
): void {
  const { mapping, world } = planning
  const told = new Set(reading.reasons.map(({ field }) => field?.split('.')[0]))
  const standing = mapping.publish
    ? new Set<string>()
    : new Set(world.check(mapping.table, now.record).map(({ field, reason }) => `${field}:${reason}`))
  for (const { field, reason: text } of world.check(mapping.table, record)) {
    if (standing.has(`${field}:${text}`) || told.has(field.split('.')[0])) continue
    const address = reading.placeOf(field)
    const reason: Reason = { kind: field.startsWith('timeline') ? 'workflow' : 'field', text, field }
    reading.reasons.push({ ...reason, ...(address ? { address } : {}) })
  }
  checkNamed({ reading }, record, planning)
  if (mapping.publish) reading.reasons.push(...standingWords(mapping.table, key, record, fields, world))
  checkState({ reading }, record, mapping, now.record)
}

function changeOf({ column, now, said }: TouchedCell): FieldChange {
  return { field: column.field, title: column.title, before: now, after: said === '' ? null : said }
}
