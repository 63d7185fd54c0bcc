import { goodCases } from '#domain/figures/goodCases'
import { canonicalJson, type Row } from '#domain/records/snapshot'
import { SCOPES } from '#domain/scope'
import { answering, answersFor } from '#domain/world/answering'
import { categoryTitle } from '#domain/world/facets'
import type { Change } from '#domain/world/world'
import { isCalledOtherwise } from '../calledOtherwise.ts'
import type { PageKind } from '../context.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { countBy, isNone, scopedWords } from '../lists/scopedCount.ts'
import { type TimeFigures, timeFigures } from '../numbers/timeFigures.ts'
import { type CaseLine, caseLines } from '../rows/caseLine.ts'
import { caseDuties, casesLinedOtherwise } from '../rows/caseParts.ts'
import { arrivalLimitWords, handlingLimitWords } from '../rows/dutyLimits.ts'
import { categoryPath, dataFile, facetPath, jsonPath, recordPath, sectionPath } from '../urls.ts'
import { linkedSerials, type TextPiece } from './dutyRefs.ts'

/** So many open cases stand on the page; the case list of this duty holds the rest. */
const MOST_OPEN = 10

export type DutyView = {
  frame: Frame
  code: string
  sample: boolean
  category: { number: number; title: string; href: string }
  list: { href: string; title: string }
  covers: string | null
  lead: { name: string; href: string; contacts: Row<'departments'>['contacts'] }
  responsible: { name: string; href: string }[]
  post: string | null
  arrival: string | null
  handling: string | null
  basis: string[]
  wordings: string[]
  excludes: TextPiece[]
  figures: TimeFigures[]
  cases: { words: string; href: string } | null
  open: CaseLine[]
  /** How many are open, in words. */
  openCount: string
  good: { line: CaseLine; words: string }[]
  json: string
  csv: string
}

const pathOf = (code: string) => recordPath('duties', code)

export const dutyKind: PageKind<DutyView> = {
  pattern: /^duties\/(?<code>(?:DEMO-)?[1-7]-\d{1,3})\.html$/,
  paths: ({ world }) => world.all('duties').map((d) => pathOf(d.code)),
  view: ({ code }, context) => {
    const { world } = context
    const d = world.get('duties', code as string)
    if (!d) return null
    const department = (slug: string) => ({
      name: world.need('departments', slug).name,
      href: recordPath('departments', slug),
    })
    const { lead, responsible } = answering(d, world)
    const list = world.list('duty', d.code)
    const sample = d.origin === 'sample'
    const open = SCOPES.flatMap((scope) => list.open(scope, MOST_OPEN)).slice(0, MOST_OPEN)
    const good = goodCases(list.references(), context, sample)
    const all = countBy((scope) => list.total(scope))
    const title = categoryTitle(d.category, world)
    return {
      frame: frameOf(
        pathOf(d.code),
        {
          title: d.title,
          description: `${d.title}归谁管：牵头${department(lead).name}${d.covers ? `。${d.covers}` : '。'}`,
          record: d,
          demo: list.total('sample') > 0,
        },
        world,
      ),
      code: d.code,
      sample,
      category: { number: d.category, title, href: categoryPath(d.category) },
      list: { href: sectionPath('duties'), title: '权责清单' },
      covers: d.covers ?? null,
      lead: { ...department(lead), contacts: world.need('departments', lead).contacts },
      responsible: responsible.map(department),
      post: d.post ?? null,
      arrival: arrivalLimitWords(d),
      handling: handlingLimitWords(d),
      basis: d.basis,
      wordings: d.wordings,
      excludes: d.excludes ? linkedSerials(d.excludes, sample, world) : [],
      figures: timeFigures(
        ['arrival-on-time', 'arrival-time', 'closure-time', 'open'],
        `duty:${d.code}`,
        context,
      ),
      cases: isNone(all) ? null : { words: scopedWords(all, '件', sample), href: facetPath('duty', d.code) },
      open: caseLines(open, context),
      openCount: scopedWords(
        countBy((scope) => list.openCount(scope)),
        '件',
        sample,
      ),
      good: caseLines(
        good.map((g) => g.reference),
        context,
      ).map((line, i) => ({
        line,
        words: `${good[i]?.departments}家部门按时到场 · ${good[i]?.days}天结案，没有重办`,
      })),
      json: jsonPath('duties', d.code),
      csv: dataFile('duties', 'csv'),
    }
  },
  affectedBy: (change, { world }) => {
    const { table, key, before, after } = change
    if (table === 'duties') {
      const named = world
        .all('duties')
        .filter((d) => d.excludes?.includes(`第${key.slice(key.lastIndexOf('-') + 1)}项`))
      return [pathOf(key), ...named.map((d) => pathOf(d.code))]
    }
    if (table === 'departments' || table === 'areas') {
      const answers = (d: Row<'duties'>) => answersFor(d, key, world)
      const named = isCalledOtherwise(change, 'name') ? world.all('duties').filter(answers) : []
      const called = isReachedOtherwise(change)
        ? world.all('duties').filter((d) => answering(d, world).lead === key)
        : []
      const listed = casesLinedOtherwise(change, world).flatMap((r) => world.need('cases', r).duties)
      return [...new Set([...[...named, ...called].map((d) => d.code), ...listed])].map(pathOf)
    }
    return table === 'cases' ? caseDuties(before, after).map(pathOf) : []
  },
  countedToAsOf: ({ world, statistics }) => {
    const moved = statistics.movedScopes()
    const tells = (key: string) => moved.some((scope) => world.list('duty', key).total(scope) > 0)
    return world.keysOf('duty').filter(tells).map(pathOf)
  },
}

/** Whether a department publishes other ways to reach it. */
const isReachedOtherwise = ({ table, before, after }: Change): boolean =>
  table === 'departments' && canonicalJson(before?.contacts ?? []) !== canonicalJson(after?.contacts ?? [])
