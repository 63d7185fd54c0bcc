import type { Row } from '#domain/snapshot'
import { EVENT_KIND_LABELS, type EventKind } from '#domain/vocabulary'
import type { World } from '#domain/world'
import { minutesWords, shortDateWords } from '../format.ts'
import type { LateCall } from './relayTimes.ts'

/** One line of 经过: what happened at one moment; several departments at once stand together. */
export type LogLine = {
  when: string | null
  kind: string
  tone: 'red' | 'green' | ''
  who: string
  late: string | null
  /** Further words, with the colon that parts them from who. */
  text: string
}

const TONES: Partial<Record<EventKind, LogLine['tone']>> = {
  whistle: 'red',
  reopened: 'red',
  closure: 'green',
}

type Event = Row<'cases'>['timeline'][number]

/** The timeline as lines; events of one kind at one moment without words of their own become one line. */
export function caseLog(c: Row<'cases'>, calls: readonly LateCall[], world: World): LogLine[] {
  const lines: LogLine[] = []
  let closures = 0
  let last: { event: Event; line: LogLine } | null = null
  c.timeline.forEach((event, i) => {
    if (event.kind === 'closure') closures++
    const call = calls.find((x) => x.arrivalIndex === i)
    const late = call?.late && call.minutes !== null ? lateWords(call, c.arrivalHours) : null
    const who = event.department ? world.need('departments', event.department).name : (event.body ?? '')
    if (last && joins(last.event, event) && !late && !last.line.late && !event.text) {
      last.line.who += `、${who}`
      return
    }
    const line: LogLine = {
      when: event.at ? shortDateWords(event.at) : null,
      kind: event.kind === 'closure' && closures > 1 ? '再次结案' : EVENT_KIND_LABELS[event.kind],
      tone: TONES[event.kind] ?? '',
      who: event.kind === 'dispatch' ? `派给${who}` : who,
      late,
      text: '',
    }
    const text = [event.text, i === 0 ? c.description : undefined].filter(Boolean).join('')
    if (text) line.text = line.who ? `：${text}` : text
    lines.push(line)
    last = { event, line }
  })
  return lines
}

function joins(a: Event, b: Event): boolean {
  return a.kind === b.kind && a.at === b.at && Boolean(a.department) && Boolean(b.department)
}

function lateWords(call: LateCall, hours: number | undefined): string {
  return hours === undefined || call.minutes === null ? '' : `迟${minutesWords(call.minutes - hours * 60)}`
}
