import type { Notice } from '#domain/records/notice'

/** What became of a notice by a day: answered, waiting, or waiting past the day it set. */
export type NoticeState = 'answered' | 'waiting' | 'overdue'
export const NOTICE_STATE_WORDS: Record<NoticeState, string> = {
  answered: '已有结果',
  waiting: '还没有结果',
  overdue: '过期还没有结果',
}

/** State of a notice on the as-of day of its scope. A notice without a due day is never overdue. */
export function noticeState(notice: Pick<Notice, 'outcome' | 'dueOn'>, asOf: string): NoticeState {
  if (notice.outcome) return 'answered'
  return notice.dueOn !== undefined && notice.dueOn < asOf ? 'overdue' : 'waiting'
}
