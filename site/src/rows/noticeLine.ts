import type { Row } from '#domain/records/snapshot'
import { scopeOf } from '#domain/scope'
import { NOTICE_KIND_LABELS } from '#domain/vocabulary'
import type { World } from '#domain/world/world'
import { dateWords } from '../format.ts'
import { recordPath } from '../urls.ts'
import { NOTICE_STATE_WORDS, type NoticeState, noticeState } from './noticeState.ts'

/** A notice as a row of a list. */
export type NoticeLine = {
  href: string
  number: string
  kind: string
  issued: string
  due: string | null
  recipient: { name: string; href: string }
  about: { title: string; href: string } | null
  state: NoticeState
  stateWords: string
  sample: boolean
}

/** Newest first, the number where days are equal. */
export function newestFirst(a: Row<'notices'>, b: Row<'notices'>): number {
  return a.issuedOn > b.issuedOn ? -1 : a.issuedOn < b.issuedOn ? 1 : a.number < b.number ? -1 : 1
}

/** Line of one notice, its state read on the as-of day of its scope. */
export function noticeLine(notice: Row<'notices'>, world: World): NoticeLine {
  const recipient = world.need('departments', notice.recipient)
  const about = notice.case ? world.need('cases', notice.case) : undefined
  const state = noticeState(notice, world.asOf(scopeOf(notice)))
  return {
    href: recordPath('notices', notice.number),
    number: notice.number,
    kind: NOTICE_KIND_LABELS[notice.kind],
    issued: dateWords(notice.issuedOn),
    due: notice.dueOn ? dateWords(notice.dueOn) : null,
    recipient: { name: recipient.name, href: recordPath('departments', notice.recipient) },
    about: about ? { title: about.title, href: recordPath('cases', about.reference) } : null,
    state,
    stateWords: NOTICE_STATE_WORDS[state],
    sample: notice.origin === 'sample',
  }
}

/** The same on pages that no new day may alter: a notice that is late only waits. */
export function lineWithoutLateness(notice: Row<'notices'>, world: World): NoticeLine {
  const line = noticeLine(notice, world)
  return line.state === 'overdue'
    ? { ...line, state: 'waiting', stateWords: NOTICE_STATE_WORDS.waiting }
    : line
}
