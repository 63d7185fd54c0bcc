import { namedBy, type Row, TABLES } from '../records/snapshot.ts'
import { mayFollow } from '../records/workflow.ts'
import { CASE_STATE_LABELS, type CaseState } from '../vocabulary.ts'
import { rowsInWords } from './cellAddress.ts'
import { importedChanges } from './importedChanges.ts'
import type { FieldChange, Outcome, PlannedRow, Reason } from './importPlan.ts'
import { PRIVATE_TARGETS } from './importTables.ts'
import type { ImportWorld } from './importWorld.ts'
import type { MadeRecords } from './madeRecords.ts'
import type { Mapping } from './mapping.ts'
import { heldReason, maskPrivate } from './privateTexts.ts'
import type { ReadRow } from './readRow.ts'
import type { RowKeys } from './rowKeys.ts'
import { rowOutcome } from './rowOutcome.ts'
import { standingWords } from './standing/standingWords.ts'
import { tellTaken } from './standing/takenKeys.ts'

export type RowPlanning = {
  mapping: Mapping
  world: ImportWorld
  keys: RowKeys
  made: MadeRecords
  /** Rows of the file by their source key. */
  sourceKeys: ReadonlyMap<string, readonly ReadRow[]>
  /** The same by the key of the record that they are about; null for new ones. */
  rowsOf: ReadonlyMap<string | null, readonly ReadRow[]>
}

/** What would become of one row. */
export function planRow(row: ReadRow, planning: RowPlanning): PlannedRow {
  const { mapping, world, keys } = planning
  const { table } = mapping
  const { reasons } = row.reading
  const { record, spans, held, kept } = maskPrivate(row.record, mapping, (field) =>
    row.reading.placeOf(field),
  )
  reasons.push(...held.map(heldReason))
  const hidden =
    kept.length === 0
      ? row.hidden
      : { ...row.hidden, internalNote: [row.hidden.internalNote, ...kept].filter(Boolean).join('\n') }
  tellRepeated(row, planning)
  const known = keys.known(row)
  const current = known === null ? undefined : world.current.get(known)
  const isNew = current === undefined
  tellEditors(row, known, planning)
  if (known !== null) tellTaken(row, known, planning)
  const key = known ?? (reasons.every((reason) => reason.kind === 'private') ? keys.fresh(row) : null)
  if (key === null && reasons.length === 0) reasons.push(noKey(row, mapping))
  const { changes, next } = current
    ? changesOf(row, record, current, planning)
    : { changes: [], next: record }
  if (current) changes.push(...hiddenChanges(row, hidden, planning))
  if (known !== null && current && mapping.publish && changes.length > 0) {
    const fields = new Set(changes.map(({ field }) => field.split('.')[0] ?? field))
    reasons.push(...standingWords(table, known, next, fields, world))
  }
  check(row, { ...next, [TABLES[table].key]: key ?? undefined }, planning, isNew ? undefined : current)
  const otherwise: Outcome = isNew ? 'create' : changes.length > 0 ? 'change' : 'skip'
  return {
    table,
    row: row.row,
    ...(row.sheet === undefined ? {} : { sheet: row.sheet }),
    outcome: rowOutcome(reasons, held.length, otherwise),
    sourceKey: row.sourceKey,
    key,
    record: key === null ? null : { ...next, [TABLES[table].key]: key },
    said: record,
    hidden,
    changes,
    reasons: [...reasons, ...row.reading.alike],
    spans,
  }
}

/** What editors are in the middle of, and what they took away, is theirs to decide about. */
function tellEditors(row: ReadRow, known: string | null, { mapping, world }: RowPlanning): void {
  if (known === null) return
  const what = `${TABLES[mapping.table].label}${known}`
  const brought = row.sourceKey === null ? undefined : world.imported.get(row.sourceKey)
  if (world.waiting.has(known))
    row.reading.tell('edited-by-hand', `${what}有一份还没有公开的草稿：请先发布它，或改回公开的样子`)
  else if (brought && !brought.isUndone && !world.current.has(known))
    row.reading.tell('edited-by-hand', `这一行从前成了${what}，编辑已经删掉：请看要不要再收`)
}

/** Two rows with one number, or two rows that say the same. */
function tellRepeated(row: ReadRow, { mapping, sourceKeys }: RowPlanning): void {
  const same = row.sourceKey === null ? [] : (sourceKeys.get(row.sourceKey) ?? [])
  if (same.length < 2) return
  const where = rowsInWords(same.filter((each) => each !== row).slice(0, 5))
  const isOfSheets = new Set(same.map(({ sheet }) => sheet)).size === same.length && !mapping.keyOfSheet
  if (mapping.key)
    row.reading.tell(
      isOfSheets ? 'sheet-key' : 'repeated-key',
      `${where}也是来源编号 ${row.sourceKey}：请看哪一行算数${isOfSheets ? '；每张表各自从头编号的，请在对照表里说明' : ''}`,
      'sourceKey',
      mapping.key,
    )
  else row.reading.tell('repeated-row', `和${where}完全一样：请看是不是重复了`)
}

/** What differs from the record as it is; where an editor corrected what the file changes too, a person is asked. */
function changesOf(
  row: ReadRow,
  record: Record<string, unknown>,
  current: Record<string, unknown>,
  { mapping, world }: RowPlanning,
): { changes: FieldChange[]; next: Record<string, unknown> } {
  const last = row.sourceKey === null ? undefined : world.imported.get(row.sourceKey)
  const { changes, corrected } = importedChanges({
    table: mapping.table,
    now: record,
    current,
    last: last?.record ?? null,
  })
  const asked = mapping.edited === undefined ? corrected : []
  if (mapping.edited === 'file') changes.push(...corrected)
  for (const { field, title, before, after } of asked)
    row.reading.tell(
      'edited-by-hand',
      `${title}编辑改过（现在是“${before ?? '空'}”），文件里又改成“${after ?? '空'}”：请看用哪一个`,
      field,
    )
  const next = { ...current }
  for (const { field } of changes) next[field] = record[field]
  return { changes, next }
}

/** Private fields that the file says otherwise than last time; what they hold is not told. */
function hiddenChanges(
  row: ReadRow,
  hidden: Readonly<Record<string, string>>,
  { mapping, world }: RowPlanning,
): FieldChange[] {
  const last = row.sourceKey === null ? undefined : world.imported.get(row.sourceKey)
  if (!last) return []
  return Object.entries(PRIVATE_TARGETS[mapping.table])
    .filter(([field]) => hidden[field] !== undefined && hidden[field] !== last.hidden[field])
    .map(([field, title]) => ({ field, title, before: null, after: '（不公开，有改动）' }))
}

/** What a release would say against the record. */
function check(
  row: ReadRow,
  record: Record<string, unknown>,
  planning: RowPlanning,
  current: Record<string, unknown> | undefined,
): void {
  const { mapping, world } = planning
  // What could not be read was told already; that it is missing too would only hide the reason.
  const told = new Set(row.reading.reasons.map(({ field }) => field?.split('.')[0]))
  // Without the departments that were not found, their events have none either.
  if (told.has('lead') || told.has('departments')) told.add('timeline')
  // A row without a key was told so, and a category is part of a code.
  if (record[TABLES[mapping.table].key] === undefined) told.add(TABLES[mapping.table].key)
  if (told.has('code')) told.add('category')
  for (const { field, reason } of world.check(mapping.table, record)) {
    const [first = ''] = field.split('.')
    if (told.has(first) || (first === 'closedBy' && told.has('status'))) continue
    const address = row.reading.placeOf(field)
    row.reading.reasons.push({
      kind:
        first === 'timeline' || (first === 'status' && record.status !== undefined) ? 'workflow' : 'field',
      text: reason,
      field,
      ...(address ? { address } : {}),
    })
  }
  checkNamed(row, record, planning)
  checkState(row, record, mapping, current)
}

/** A state follows the one that the record has. */
export function checkState(
  { reading }: Pick<ReadRow, 'reading'>,
  record: Record<string, unknown>,
  { table }: Mapping,
  current: Record<string, unknown> | undefined,
): void {
  const [from, to] = [current?.status, record.status] as [CaseState?, CaseState?]
  if (table === 'cases' && from && to && !mayFollow(from, to))
    reading.reasons.push({
      kind: 'workflow',
      text: `状态不能从“${CASE_STATE_LABELS[from]}”直接改成“${CASE_STATE_LABELS[to]}”`,
      field: 'status',
    })
}

/** What a record names is there, and public where it is to be published. */
export function checkNamed(
  row: Pick<ReadRow, 'reading'>,
  record: Record<string, unknown>,
  { mapping, world, made, keys }: Pick<RowPlanning, 'mapping' | 'world' | 'made' | 'keys'>,
): void {
  if (
    !TABLES[mapping.table].schema.safeParse({ ...record, publishedOn: world.today, changedOn: world.today })
      .success
  )
    return
  for (const { table, key } of namedBy(mapping.table, record as unknown as Row<typeof mapping.table>)) {
    const state = world.state(table, key)
    if (made.has(table, key) || keys.isOwn(table, key)) continue
    const what = `${TABLES[table].label}${key}`
    if (state === 'in-bin')
      row.reading.tell('neighbour', `所指的${what}在回收站里：请先把它拿回来，或在文件里换一个`)
    else if (!state) row.reading.tell('unknown-name', `没有${what}：请改对照表，或先建好它`)
    else if (state === 'draft' && mapping.publish)
      row.reading.tell('neighbour', `所指的${what}还没有公开：先公开它，或把这次导入存成草稿`)
  }
}

/** A row that a person decided not to bring in: nothing is asked about it and nothing becomes of it. */
export function leftOutRow(
  { row, sheet, sourceKey }: Pick<ReadRow, 'row' | 'sheet' | 'sourceKey'>,
  { table }: Mapping,
): PlannedRow {
  return {
    table,
    row,
    ...(sheet === undefined ? {} : { sheet }),
    outcome: 'skip',
    sourceKey,
    key: null,
    record: null,
    said: null,
    hidden: {},
    changes: [],
    reasons: [{ kind: 'left-out', text: '这一行决定不导入' }],
    spans: [],
  }
}

function noKey(row: ReadRow, { table }: Mapping): Reason {
  if (table === 'cases' || table === 'notices')
    return {
      kind: 'no-year',
      text: `${rowsInWords([row])}没有一个时间，不知道算哪一年：请说明没有年份的算哪年`,
    }
  return { kind: 'no-key', text: `${TABLES[table].label}没有编号或名称：请补上` }
}
