import { SCOPE_LABELS, SCOPES, scopeOf } from '#domain/scope'
import type { World } from '#domain/world/world'
import type { PageKind } from '../context.ts'
import { shortDateWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { recordPath, sectionPath } from '../urls.ts'

/** One weekly meeting as a line of the list. */
export type MeetingLine = {
  href: string
  date: string
  first: string
  matters: number
  cases: number
  sample: boolean
  year: string
}
export type ReviewMeetingsView = {
  frame: Frame
  /** Meetings of each scope that has any, the newest year and day first. */
  scopes: { label: string; sample: boolean; years: { year: string; lines: MeetingLine[] }[] }[]
}

const path = () => sectionPath('review-meetings')

function linesOf(sample: boolean, world: World): MeetingLine[] {
  return world
    .all('review-meetings')
    .filter((m) => (scopeOf(m) === 'sample') === sample)
    .sort((a, b) => (a.date > b.date ? -1 : 1))
    .map((m) => ({
      href: recordPath('review-meetings', m.slug),
      date: shortDateWords(m.date),
      first: m.matters[0] ?? m.decisions[0] ?? '',
      matters: m.matters.length,
      cases: m.cases.length,
      sample,
      year: m.date.slice(0, 4),
    }))
}

export const reviewMeetingsKind: PageKind<ReviewMeetingsView> = {
  pattern: /^review-meetings\/index\.html$/,
  paths: () => [path()],
  view: (_params, { world }) => ({
    frame: frameOf(
      path(),
      {
        title: '交账会',
        description: '每周一次，部门当着指挥部和村社的面，把手上的事一件件交账。',
        demo: world.all('review-meetings').some((m) => m.origin === 'sample'),
      },
      world,
    ),
    scopes: SCOPES.flatMap((scope) => {
      const lines = linesOf(scope === 'sample', world)
      if (lines.length === 0) return []
      const years = [...new Set(lines.map((l) => l.year))]
      return [
        {
          label: SCOPE_LABELS[scope],
          sample: scope === 'sample',
          years: years.map((year) => ({ year: `${year}年`, lines: lines.filter((l) => l.year === year) })),
        },
      ]
    }),
  }),
  affectedBy: ({ table }) => (table === 'review-meetings' ? [path()] : []),
  countedToAsOf: () => [],
}
