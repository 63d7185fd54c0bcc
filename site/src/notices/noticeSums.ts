import { SCOPE_LABELS, SCOPES, scopeOf } from '#domain/scope'
import { NOTICE_KIND_LABELS, NOTICE_KINDS } from '#domain/vocabulary'
import type { NoticeList } from '#domain/world/noticeList'
import type { World } from '#domain/world/world'
import { dateWords } from '../format.ts'
import { noticeState } from '../rows/noticeState.ts'

/** How many notices of each kind were sent, and what became of them, in one scope. */
export type NoticeSum = {
  scope: string
  sample: boolean
  asOf: string
  rows: { kind: string; sent: number; answered: number; overdue: number }[]
}

/** Counts of notices by kind for each scope that has any; real and sample rows are never added up. */
export function noticeSums(notices: NoticeList, world: World): NoticeSum[] {
  return SCOPES.flatMap((scope) => {
    if (NOTICE_KINDS.every((kind) => notices.countOf(scope, kind).sent === 0)) return []
    const late = notices
      .unanswered()
      .map((number) => world.need('notices', number))
      .filter((n) => scopeOf(n) === scope && noticeState(n, world.asOf(scope)) === 'overdue')
    return [
      {
        scope: SCOPE_LABELS[scope],
        sample: scope === 'sample',
        asOf: dateWords(world.asOf(scope)),
        rows: NOTICE_KINDS.map((kind) => ({
          kind: NOTICE_KIND_LABELS[kind],
          ...notices.countOf(scope, kind),
          overdue: late.filter((n) => n.kind === kind).length,
        })),
      },
    ]
  })
}
