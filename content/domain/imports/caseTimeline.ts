import type { Event } from '../records/timeline.ts'
import { cellText, listedIn } from './cellText.ts'
import type { TimelineRule } from './mapping.ts'
import type { RowReading } from './rowReading.ts'

export type PlannedEvent = { [K in keyof Event]?: Event[K] | undefined } & Pick<Event, 'kind'>
/** Departments of the case that events without a column of their own take. */
export type Called = { lead: string | undefined; departments: readonly string[] }

/** The events that the columns of a row tell, in the order of the rules; a whistle stands first, known or not. */
export function caseTimeline(
  row: RowReading,
  rules: readonly TimelineRule[],
  called: Called,
): PlannedEvent[] {
  const events: PlannedEvent[] = []
  for (const rule of rules) {
    const made = eventsOf(row, rule, called, events.length)
    events.push(...made)
  }
  return events[0]?.kind === 'whistle' ? events : [{ kind: 'whistle' }, ...events]
}

function eventsOf(row: RowReading, rule: TimelineRule, called: Called, first: number): PlannedEvent[] {
  const text = rule.text ? cellText(row.cell(rule.text)) : ''
  const listed = rule.department ? listedIn(cellText(row.cell(rule.department))) : []
  const names = row.namesListed('departments', listed)
  const times = rule.at ? timesOf(row, rule.at, names.length, `timeline.${first}.at`) : []
  const isTold = times.some((at) => at !== undefined) || text !== '' || names.length > 0
  if (!isTold) return []
  const departments = departmentsOf(row, rule, names, called, first)
  return departments.map((department, i) => {
    const field = `timeline.${first + i}`
    row.place(`${field}.at`, rule.at)
    row.place(field, rule.at ?? rule.department)
    return dropEmpty({
      kind: rule.kind,
      at: times.length === 1 ? times[0] : times[i],
      department,
      body: bodyOf(row, rule),
      text: i === 0 && text !== '' ? text : undefined,
      upheld: upheldOf(row, rule, field),
      until: rule.until ? row.date(rule.until, `${field}.until`) : undefined,
    })
  })
}

/** One time for all departments, or one for each where a cell lists as many. */
function timesOf(row: RowReading, head: string, departments: number, field: string): (string | undefined)[] {
  const cell = row.cell(head)
  const listed = typeof cell === 'string' ? listedIn(cell, '、；;\n') : []
  if (departments > 1 && listed.length === departments)
    return listed.map((each) => row.date(head, field, each))
  return [row.date(head, field)]
}

function departmentsOf(
  row: RowReading,
  rule: TimelineRule,
  names: readonly string[],
  { lead, departments }: Called,
  first: number,
): (string | undefined)[] {
  if (names.length > 0)
    return names.map((name) =>
      row.named('departments', name, `timeline.${first}.department`, rule.department),
    )
  if (!rule.calledDepartments) return [undefined]
  const all = lead ? [lead, ...departments] : [...departments]
  if (all.length === 0) return [undefined]
  return rule.kind === 'dispatch' ? all : [all[0]]
}

function bodyOf(row: RowReading, rule: TimelineRule): string | undefined {
  const text = rule.body ? cellText(row.cell(rule.body)) : ''
  return text === '' ? rule.constantBody : text
}

function upheldOf(row: RowReading, rule: TimelineRule, field: string): boolean | undefined {
  const word = rule.upheld ? cellText(row.cell(rule.upheld)) : ''
  if (word === '') return undefined
  const labels = { upheld: '成立', 'not-upheld': '不成立' }
  const target = {
    field: `${field}.upheld`,
    title: '异议结果',
    type: 'text' as const,
    values: labels,
    isPrivate: false,
  }
  const code = row.value(target, word, rule.upheldValues, rule.upheld)
  return code === undefined ? undefined : code === 'upheld'
}

function dropEmpty(event: PlannedEvent): PlannedEvent {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)) as PlannedEvent
}
