import { scopeOf } from '#domain/scope'
import type { PageKind } from '../context.ts'
import { dateWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { type CaseLine, caseLines } from '../rows/caseLine.ts'
import { casesLinedOtherwise } from '../rows/caseParts.ts'
import { dataFile, jsonPath, recordPath } from '../urls.ts'

export type ReviewMeetingView = {
  frame: Frame
  date: string
  sample: boolean
  matters: string[]
  decisions: string[]
  cases: CaseLine[]
  /** The meetings before and after it, of the same scope. */
  earlier: { href: string; date: string } | null
  later: { href: string; date: string } | null
  json: string
  csv: string
}

const pathOf = (slug: string) => recordPath('review-meetings', slug)

export const reviewMeetingKind: PageKind<ReviewMeetingView> = {
  pattern: /^review-meetings\/(?<slug>(?:demo-)?\d{4}-\d{2}-\d{2})\.html$/,
  paths: ({ world }) => world.all('review-meetings').map((m) => pathOf(m.slug)),
  view: ({ slug }, context) => {
    const { world } = context
    const m = world.get('review-meetings', slug as string)
    if (!m) return null
    const same = world
      .all('review-meetings')
      .filter((o) => (o.origin === 'sample') === (m.origin === 'sample'))
    const at = same.findIndex((o) => o.slug === m.slug)
    const link = (o: typeof m | undefined) => (o ? { href: pathOf(o.slug), date: dateWords(o.date) } : null)
    return {
      frame: frameOf(
        pathOf(m.slug),
        {
          title: `${dateWords(m.date)}交账会`,
          description: m.matters[0] ?? m.decisions[0] ?? `${dateWords(m.date)}的交账会。`,
          record: m,
        },
        world,
      ),
      date: dateWords(m.date),
      sample: m.origin === 'sample',
      matters: m.matters,
      decisions: m.decisions,
      cases: caseLines(m.cases, context),
      earlier: link(same[at - 1]),
      later: link(same[at + 1]),
      json: jsonPath('review-meetings', m.slug),
      csv: dataFile('review-meetings', 'csv'),
    }
  },
  affectedBy: (change, { world }) => {
    const { table, key } = change
    const all = world.all('review-meetings')
    if (table === 'review-meetings') return [pathOf(key), ...all.map((m) => pathOf(m.slug))]
    if (table === 'departments' || table === 'areas') {
      const lined = new Set(casesLinedOtherwise(change, world))
      return all.filter((m) => m.cases.some((r) => lined.has(r))).map((m) => pathOf(m.slug))
    }
    if (table === 'cases') return all.filter((m) => m.cases.includes(key)).map((m) => pathOf(m.slug))
    return []
  },
  countedToAsOf: ({ world, statistics }) => {
    const moved = statistics.movedScopes()
    const lists = (reference: string) => moved.includes(scopeOf(world.need('cases', reference)))
    return world
      .all('review-meetings')
      .filter((m) => m.cases.some(lists))
      .map((m) => pathOf(m.slug))
  },
}
