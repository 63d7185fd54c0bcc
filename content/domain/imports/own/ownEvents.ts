import { fieldsOf } from '../../field.ts'
import { type Event, event } from '../../records/timeline.ts'
import { EVENT_KIND_LABELS, EVENT_KINDS } from '../../vocabulary.ts'
import type { PlannedEvent } from '../caseTimeline.ts'
import type { RowReading } from '../rowReading.ts'
import type { OwnNames } from './ownNames.ts'
import { timeInCell } from './timeInCell.ts'

/** Parts the parts of an event in its line. */
const BETWEEN = '｜'
/** Stands for the end of a line within a text. */
const LINE_END = '⏎'
const PARTS = fieldsOf(event).filter(({ name }) => name !== 'kind')
const FORM = '写成 派单｜时间：2022-11-30 9:20｜部门：名称｜说明：……，一行一条'

/** An event as one line: 派单｜时间：2022-11-30 09:20｜部门：城建局. */
export function eventLine(of: PlannedEvent, names: OwnNames): string {
  const values: Readonly<Record<string, unknown>> = of
  const parts = PARTS.flatMap(({ name, title, values: words, names: table }) => {
    const value = values[name]
    if (value === undefined || value === null) return []
    const text = words?.[String(value)] ?? timeInCell(names(table, String(value)))
    return `${title}：${text.replaceAll('\n', LINE_END).replaceAll(BETWEEN, '|')}`
  })
  return [of.kind ? EVENT_KIND_LABELS[of.kind] : '', ...parts].join(BETWEEN)
}

/**
 * The events of a cell. A line that says what it said before is the event that it was; what cannot be read is told.
 * @param before the events as the workbook was made
 */
export function eventsOfCell(
  row: RowReading,
  head: string,
  text: string,
  before: readonly PlannedEvent[],
  names: OwnNames,
): PlannedEvent[] {
  const kept = Map.groupBy(before, (each) => eventLine(each, names))
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.flatMap((line, i) => {
    row.place(`timeline.${i}`, head)
    return kept.get(line.trim())?.shift() ?? eventOfLine(row, head, line.trim(), i) ?? []
  })
}

function eventOfLine(row: RowReading, head: string, line: string, at: number): PlannedEvent | undefined {
  const [word = '', ...parts] = line.split(BETWEEN).map((part) => part.trim())
  const kind = EVENT_KINDS.find((each) => EVENT_KIND_LABELS[each] === word)
  const field = `timeline.${at}`
  if (!kind) {
    row.tell(
      'unknown-value',
      `经过第${at + 1}条“${word.slice(0, 20)}”不知道是哪一种事件：${FORM}`,
      field,
      head,
    )
    return undefined
  }
  const made: PlannedEvent = { kind }
  for (const part of parts) {
    const [, title = '', said = ''] = /^([^：:]*)[：:]([\s\S]*)$/.exec(part) ?? []
    const known = PARTS.find((each) => each.title === title.trim())
    if (!known) {
      row.tell('field', `经过第${at + 1}条的“${part.slice(0, 20)}”看不懂：${FORM}`, field, head)
      continue
    }
    const name = known.name as Exclude<keyof Event, 'kind'>
    const value = partOf(row, head, `${field}.${name}`, known, said.replaceAll(LINE_END, '\n').trim())
    if (value !== undefined) Object.assign(made, { [name]: value })
  }
  return made
}

function partOf(
  row: RowReading,
  head: string,
  field: string,
  { title, type, values, names }: (typeof PARTS)[number],
  said: string,
): unknown {
  if (said === '') return undefined
  if (type === 'date' || type === 'day') return row.date(head, field, said)
  if (names === 'departments') return row.named('departments', said, field, head)
  if (type !== 'boolean') return said
  const word = row.value({ field, title, type, values, isPrivate: false }, said, undefined, head)
  return word === undefined ? undefined : word === 'true'
}
