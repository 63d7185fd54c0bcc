import type { Row } from '#domain/records/snapshot'
import { scopeOf } from '#domain/scope'
import { NOTICE_KIND_LABELS } from '#domain/vocabulary'
import type { PageKind } from '../context.ts'
import { dateWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { type NoticeLine, noticeLine } from '../rows/noticeLine.ts'
import { dataFile, jsonPath, recordPath } from '../urls.ts'

export type NoticeView = {
  frame: Frame
  line: NoticeLine
  documentNumber: string | null
  issuer: string
  reason: string | null
  outcome: string | null
  /** All published notices of the same case, in the order in which they were sent. */
  ladder: { href: string; number: string; kind: string; issued: string; here: boolean }[]
  json: string
  csv: string
}

const pathOf = (number: string) => recordPath('notices', number)

export const noticeKind: PageKind<NoticeView> = {
  pattern: /^notices\/(?<number>(?:DEMO-)?(?:TX|JB|DB)-\d{4}-\d{4})\.html$/,
  paths: ({ world }) => world.all('notices').map((n) => pathOf(n.number)),
  view: ({ number }, { world }) => {
    const n = world.get('notices', number as string)
    if (!n) return null
    const line = noticeLine(n, world)
    const same = n.case ? world.noticesOf(n.case).map((key) => world.need('notices', key)) : []
    return {
      frame: frameOf(
        pathOf(n.number),
        {
          title: `${line.kind} ${n.number}`,
          description: `${line.issued}${n.issuer}发给${line.recipient.name}的${line.kind}${line.about ? `，为“${line.about.title}”` : ''}。`,
          record: n,
        },
        world,
      ),
      line,
      documentNumber: n.documentNumber ?? null,
      issuer: n.issuer,
      reason: n.reason ?? null,
      outcome: n.outcome ?? null,
      ladder: same
        .sort((a, b) =>
          a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : a.number < b.number ? -1 : 1,
        )
        .map((s) => ({
          href: pathOf(s.number),
          number: s.number,
          kind: NOTICE_KIND_LABELS[s.kind],
          issued: dateWords(s.issuedOn),
          here: s.number === n.number,
        })),
      json: jsonPath('notices', n.number),
      csv: dataFile('notices', 'csv'),
    }
  },
  affectedBy: ({ table, key, before, after }, { world }) => {
    if (table === 'notices') {
      const cases = [before, after].flatMap((r) => (r && 'recipient' in r && r.case ? [r.case] : []))
      return [pathOf(key), ...cases.flatMap((c) => world.noticesOf(c)).map(pathOf)]
    }
    if (table === 'cases') return world.noticesOf(key).map(pathOf)
    if (table === 'departments') return world.noticesTo(key).numbers().map(pathOf)
    return []
  },
  countedToAsOf: ({ world, statistics }) => {
    const moved = statistics.movedScopes()
    const turns = (notice: Row<'notices'>) => notice.dueOn && moved.includes(scopeOf(notice))
    return world.notices
      .unanswered()
      .filter((number) => turns(world.need('notices', number)))
      .map(pathOf)
  },
}
