import { objectionOutcome } from '#domain/figures/objections'
import { whistledAt } from '#domain/records/case'
import type { Row } from '#domain/records/snapshot'
import type { Event } from '#domain/records/timeline'
import { EVENT_KIND_LABELS, type EventKind, NOTICE_KIND_LABELS } from '#domain/vocabulary'
import type { World } from '#domain/world/world'
import { dateWords, dateWordsAfter, minutesWords } from '../format.ts'
import { textBlocks } from '../frame/textBlocks.ts'
import { recordPath } from '../urls.ts'
import type { LateCall } from './relayTimes.ts'

/** One line of 经过: what happened at one moment; several departments at once stand together. */
export type LogLine = {
  when: string | null
  kind: string
  tone: 'red' | 'green' | ''
  who: string
  late: string | null
  /** The document that was sent; linked while it is published. */
  notice: { number: string; href: string | null } | null
  /** Further words, with the colon that parts them from who. */
  text: string
  /** What they list one by one. */
  items: string[]
}

const TONES: Partial<Record<EventKind, LogLine['tone']>> = {
  whistle: 'red',
  reopened: 'red',
  closure: 'green',
}

/**
 * The timeline as lines; events of one kind at one moment without words of their own become one line.
 * @param told events that the page tells elsewhere
 */
export function caseLog(
  c: Row<'cases'>,
  calls: readonly LateCall[],
  world: World,
  told: ReadonlySet<Event> = new Set(),
): LogLine[] {
  const lines: LogLine[] = []
  let closures = 0
  let last: { event: Event; line: LogLine } | null = null
  // The year of the whistle stands among the facts above; another year is written out.
  let year = whistledAt(c)
  c.timeline.forEach((event, i) => {
    if (event.kind === 'closure') closures++
    if (told.has(event)) return
    const call = calls.find((x) => x.arrivalIndex === i)
    const late = call?.late && call.minutes !== null ? lateWords(call, c.arrivalHours) : null
    const [words, items] = wordsAndItems(event.text)
    const text = [words, unaskedWords(event), untilWords(event), outcomeWords(c, i)].filter(Boolean).join('')
    const department = event.department ? world.need('departments', event.department).name : ''
    if (last && joins(last.event, event) && !late && !last.line.late && !text && !last.line.text) {
      last.line.who += `、${department}`
      return
    }
    const who = whoWords(event, department)
    const line: LogLine = {
      when: event.at ? dateWordsAfter(year, event.at) : null,
      kind: kindWords(event, closures, world),
      tone: TONES[event.kind] ?? '',
      who,
      late,
      notice: noticeOf(event, world),
      text: text && who ? `：${text}` : text,
      items,
    }
    year = event.at ?? year
    lines.push(line)
    last = { event, line }
  })
  return lines
}

/** The words of an event, and the items of the lists in them. */
function wordsAndItems(text = ''): [words: string, items: string[]] {
  const blocks = textBlocks(text)
  return [
    blocks.flatMap((b) => (b.kind === 'paragraph' ? b.text : [])).join(''),
    blocks.flatMap((b) => (b.kind === 'list' ? b.items : [])),
  ]
}

function joins(a: Event, b: Event): boolean {
  return a.kind === b.kind && a.at === b.at && Boolean(a.department) && Boolean(b.department) && !b.notice
}

function kindWords(event: Event, closures: number, world: World): string {
  if (event.kind === 'closure' && closures > 1) return '再次结案'
  const notice = event.notice ? world.get('notices', event.notice) : undefined
  return notice ? NOTICE_KIND_LABELS[notice.kind] : EVENT_KIND_LABELS[event.kind]
}

function whoWords(event: Event, department: string): string {
  if (event.kind === 'dispatch') return `${event.body ?? ''}派给${department}`
  if (event.kind === 'notice' && department) return `${event.body ?? ''}发给${department}`
  return department || `${event.body ?? ''}${event.post ?? ''}`
}

function unaskedWords({ unasked }: Event): string | undefined {
  return unasked ? '（没有派给它，它自己来的。）' : undefined
}

function untilWords(event: Event): string | undefined {
  return event.until ? `（延到${dateWords(event.until)}。）` : undefined
}

/** What became of an objection, and whether that is recorded or follows from what happened next; undefined for others. */
function outcomeWords(c: Row<'cases'>, index: number): string | undefined {
  if (c.timeline[index]?.kind !== 'objection') return undefined
  const { upheld, isRecorded } = objectionOutcome(c.timeline, index)
  if (upheld === null) return '（异议还没有结果。）'
  if (isRecorded) return upheld ? '（异议成立。）' : '（异议不成立。）'
  return upheld
    ? '（没有写结果；后来改派别的部门，它没有到场，按异议成立算。）'
    : '（没有写结果；它又被派单或到了场，按异议不成立算。）'
}

function noticeOf(event: Event, world: World): LogLine['notice'] {
  if (!event.notice) return null
  const isPublished = world.get('notices', event.notice) !== undefined
  return { number: event.notice, href: isPublished ? recordPath('notices', event.notice) : null }
}

function lateWords(call: LateCall, hours: number | undefined): string {
  return hours === undefined || call.minutes === null ? '' : `迟${minutesWords(call.minutes - hours * 60)}`
}
