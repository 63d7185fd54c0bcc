import type { Row } from '#domain/snapshot'
import { NOTICE_KIND_LABELS, NOTICE_KINDS } from '#domain/vocabulary'
import { SCOPE_LABELS, SCOPES, scopeOf, type World } from '#domain/world'
import { dateWords } from '../format.ts'
import { noticeState } from './noticeState.ts'

/** How many notices of each kind were sent, and what became of them, in one scope. */
export type NoticeSum = {
  scope: string
  sample: boolean
  asOf: string
  rows: { kind: string; sent: number; answered: number; overdue: number }[]
}

/** Counts of notices by kind for each scope that has any; real and sample rows are never added up. */
export function noticeSums(notices: readonly Row<'notices'>[], world: World): NoticeSum[] {
  return SCOPES.flatMap((scope) => {
    const of = notices.filter((n) => scopeOf(n) === scope)
    if (of.length === 0) return []
    const states = of.map((n) => ({ kind: n.kind, state: noticeState(n, world.asOf(scope)) }))
    const count = (kind: string, state?: string) =>
      states.filter((n) => n.kind === kind && (!state || n.state === state)).length
    return [
      {
        scope: SCOPE_LABELS[scope],
        sample: scope === 'sample',
        asOf: dateWords(world.asOf(scope)),
        rows: NOTICE_KINDS.map((kind) => ({
          kind: NOTICE_KIND_LABELS[kind],
          sent: count(kind),
          answered: count(kind, 'answered'),
          overdue: count(kind, 'overdue'),
        })),
      },
    ]
  })
}
