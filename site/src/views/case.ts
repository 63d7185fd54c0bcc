import { isResolved, whistledAt } from '#domain/case'
import { dayOf, daysBetween } from '#domain/dates'
import { percent } from '#domain/figure'
import type { Row } from '#domain/snapshot'
import {
  CASE_STATE_LABELS,
  type CaseState,
  PHOTO_STAGE_LABELS,
  URGENCY_LABELS,
  WHISTLE_KIND_LABELS,
} from '#domain/vocabulary'
import { scopeOf, type World } from '#domain/world'
import type { Context, PageKind } from '../context.ts'
import { dateWords, daysWords, divisionWords, minutesWords, percentWords } from '../format.ts'
import { dataFile, figurePath, jsonPath, photoPath, recordPath } from '../urls.ts'
import { type CallRow, callRows } from './callRows.ts'
import { type CaseLine, caseLines } from './caseLine.ts'
import { caseLog, type LogLine } from './caseLog.ts'
import { type Frame, frameOf } from './frame.ts'
import { type NoticeLine, noticeLine } from './noticeLine.ts'
import { type Drawing, relayStrip } from './relayStrip.ts'
import { type LateCall, relayTimes } from './relayTimes.ts'
import { relayVertical } from './relayVertical.ts'
import { type SourceLine, sourceLines } from './sourceWords.ts'

type Linked = { text: string; href: string | null }
export type CaseFact = { label: string; parts: Linked[] }

export type CaseView = {
  frame: Frame
  reference: string
  kinds: string
  title: string
  state: CaseState
  sample: boolean
  reopened: string | null
  closed: string | null
  lede: string | null
  facts: CaseFact[]
  publishedOn: string
  changedOn: string
  changeNote: string | null
  relay: { wide: Drawing; narrow: Drawing; label: string; known: boolean; proof: string[] } | null
  calls: CallRow[]
  log: LogLine[]
  open: string | null
  evidence: string[]
  closedBy: string | null
  satisfaction: { satisfied: string; asked: string | null; words: string; proof: string[] } | null
  photos: { src: string; alt: string; caption: string; width: number; height: number }[]
  notices: NoticeLine[]
  similar: CaseLine[]
  sources: SourceLine[]
  json: string
  csv: string
  definition: string
}

/** Similar cases shown: of the same main duty, with the nearest smaller references. Bounded, so pages stay still. */
const MOST_SIMILAR = 4

function similarTo(c: Row<'cases'>, world: World): string[] {
  const duty = c.duties[0]
  if (!duty) return []
  const all = world.casesBy('duty', duty).filter((r) => r < c.reference)
  return all.slice(-MOST_SIMILAR).reverse()
}

function factsOf(c: Row<'cases'>, world: World): CaseFact[] {
  const plain = (text: string): Linked => ({ text, href: null })
  const department = (slug: string): Linked => ({
    text: world.need('departments', slug).name,
    href: recordPath('departments', slug),
  })
  const areas = world.areaPath(c.area).reverse()
  const asOf = world.asOf(scopeOf(c))
  return [
    {
      label: '地方',
      parts: [
        ...areas.map((slug) => ({ text: world.need('areas', slug).name, href: recordPath('areas', slug) })),
        ...(c.place ? [plain(c.place)] : []),
      ],
    },
    {
      label: '归哪一项',
      parts:
        c.duties.length > 0
          ? c.duties.map((code) => ({
              text: `${code} ${world.need('duties', code).title}`,
              href: recordPath('duties', code),
            }))
          : [plain('未公布')],
    },
    { label: '牵头部门', parts: [c.lead ? department(c.lead) : plain('未公布')] },
    {
      label: '配合部门',
      parts: c.departments.length > 0 ? c.departments.map(department) : [plain('没有或未公布')],
    },
    {
      label: '到场时限',
      parts: [
        plain(
          c.arrivalHours ? `${c.urgency ? URGENCY_LABELS[c.urgency] : ''}${c.arrivalHours}小时` : '未公布',
        ),
      ],
    },
    { label: '历时', parts: [plain(lastedWords(c, asOf))] },
  ]
}

/** How long it took, or has waited; an open case says to which day it is counted. */
function lastedWords(c: Row<'cases'>, asOf: string): string {
  const from = whistledAt(c)
  if (!from || !dayOf(from)) return '吹哨的日子未公布'
  if (!isResolved(c)) return `已经${daysWords(daysBetween(from, asOf) ?? 0)}（数到${dateWords(asOf)}）`
  const to = c.timeline.findLast((e) => e.at)?.at
  const days = to ? daysBetween(from, to) : null
  return days === null ? '未公布' : daysWords(days)
}

function relayOf(c: Row<'cases'>, calls: readonly LateCall[], world: World): CaseView['relay'] {
  if (calls.length === 0) return null
  const times = relayTimes(c, world, laneWords)
  const judged = calls.filter((call) => call.late !== null)
  const proof = [
    judged.length > 0
      ? `按时${judged.filter((call) => !call.late).length}次 ÷ 能判断的${judged.length}次`
      : '没有能判断是否按时的',
    ...(calls.length > judged.length ? [`时间或时限未公布${calls.length - judged.length}次`] : []),
  ]
  const names = times.lanes.map((lane) => lane.name).join('、')
  return {
    wide: relayStrip(times),
    narrow: relayVertical(times),
    label: `接力条：吹哨之后，${names}先后到场；${CASE_STATE_LABELS[c.status]}。逐项时间见下表。`,
    known: times.known,
    proof,
  }
}

/** The line under a department's name: how long it took each time, or that it is not known. */
function laneWords(calls: readonly LateCall[]): string {
  const call = calls[0] as LateCall
  if (call.minutes !== null) return `${minutesWords(call.minutes)}${call.late ? ' 迟' : '到场'}`
  if (call.arrivalIndex === null) return call.late ? '过了时限没到' : '还没到场'
  return '时间未公布'
}

function satisfactionOf(c: Row<'cases'>): CaseView['satisfaction'] {
  const s = c.satisfaction
  if (!s) return null
  const share = percent(s.satisfied, s.asked)
  const reach = s.households ? percent(s.asked, s.households) : null
  return {
    satisfied: percentWords(share),
    asked: reach === null ? null : percentWords(reach),
    words: `问到${s.asked}户，${s.satisfied}户满意，${s.asked - s.satisfied}户不满意${s.households ? `；受影响的共${s.households}户` : ''}。`,
    proof: [
      divisionWords(s.satisfied, s.asked, share),
      s.households ? divisionWords(s.asked, s.households, reach) : '受影响的户数未公布',
    ],
  }
}

function viewOf(c: Row<'cases'>, { world, statistics }: Context): CaseView {
  const { calls } = statistics.factsOf(c)
  const open = !isResolved(c)
  const reopenings = c.timeline.filter((e) => e.kind === 'reopened').length
  const source = c.sources[0] ? world.need('sources', c.sources[0]).publisher : undefined
  return {
    frame: frameOf(
      recordPath('cases', c.reference),
      {
        title: c.title,
        description: c.description.slice(0, 100),
        column: '事项',
        record: c,
        ...(source ? { contentSource: source } : {}),
      },
      world,
    ),
    reference: c.reference,
    kinds: [c.urgency && URGENCY_LABELS[c.urgency], c.kind && WHISTLE_KIND_LABELS[c.kind]]
      .filter(Boolean)
      .join(' · '),
    title: c.title,
    state: c.status,
    sample: scopeOf(c) === 'sample',
    reopened: reopenings > 0 ? `曾重办${reopenings === 1 ? '一次' : `${reopenings}次`}` : null,
    closed: c.closedBy ? `由${c.closedBy}结案` : null,
    lede: c.outcome ?? null,
    facts: factsOf(c, world),
    publishedOn: dateWords(c.publishedOn),
    changedOn: dateWords(c.changedOn),
    changeNote: c.changeNote ?? null,
    relay: relayOf(c, calls, world),
    calls: callRows(c, calls, open, world),
    log: caseLog(c, calls, world),
    open: open ? (c.openReason ?? '原因未公布') : null,
    evidence: c.evidence,
    closedBy: c.closedBy ?? null,
    satisfaction: satisfactionOf(c),
    photos: c.photos.map((p) => ({
      src: photoPath(p.file),
      alt: p.alt,
      caption: [PHOTO_STAGE_LABELS[p.stage], p.takenOn && dateWords(p.takenOn)].filter(Boolean).join('　'),
      width: p.width,
      height: p.height,
    })),
    notices: world.noticesOf(c.reference).map((number) => noticeLine(world.need('notices', number), world)),
    similar: caseLines(similarTo(c, world), { world, statistics }),
    sources: sourceLines(c.sources, world, dateWords),
    json: jsonPath('cases', c.reference),
    csv: dataFile('cases', 'csv'),
    definition: figurePath('arrival-on-time'),
  }
}

const paths = (references: Iterable<string>) => [...references].map((r) => recordPath('cases', r))

/** Cases whose similar ones may include a changed case: the next few of its duties with larger references. */
function neighbours(c: Row<'cases'>, world: World): string[] {
  return c.duties.flatMap((duty) => {
    const all = world.casesBy('duty', duty)
    const at = all.findIndex((r) => r > c.reference)
    return at < 0 ? [] : all.slice(at, at + MOST_SIMILAR + 1)
  })
}

export const caseKind: PageKind<CaseView> = {
  id: 'case',
  pattern: /^cases\/\d{4}\/\d{4}\/(?<reference>[A-Z]+-\d{4}-\d{6})\.html$/,
  paths: ({ world }) => paths(world.snapshot.tables.cases.keys()),
  view: ({ reference }, context) => {
    const c = context.world.get('cases', reference as string)
    return c ? viewOf(c, context) : null
  },
  affectedBy: ({ table, key, before, after }, { world }) => {
    if (table === 'cases') {
      const sides = [before, after].filter((c) => c !== undefined) as Row<'cases'>[]
      return paths(new Set([key, ...sides.flatMap((c) => neighbours(c, world))]))
    }
    if (table === 'notices') {
      const sides = [before, after].filter((n) => n !== undefined) as Row<'notices'>[]
      return paths(new Set(sides.flatMap((n) => n.case ?? [])))
    }
    if (table === 'departments') return paths(shownWith(world.casesBy('department', key), world))
    if (table === 'areas') return paths(shownWith(world.casesBy('area', key), world))
    if (table === 'duties') return paths(world.casesBy('duty', key))
    if (table === 'sources')
      return paths(
        world
          .all('cases')
          .filter((c) => c.sources.includes(key))
          .map((c) => c.reference),
      )
    return []
  },
  countedToAsOf: ({ world }) => {
    const open = world
      .all('cases')
      .filter((c) => !isResolved(c))
      .map((c) => c.reference)
    const withNotices = [...world.snapshot.tables.notices.values()].flatMap((n) => n.case ?? [])
    return paths(new Set([...shownWith(open, world), ...withNotices]))
  },
}

/** Cases and those that show them among the similar ones. */
function shownWith(references: readonly string[], world: World): Set<string> {
  const all = new Set(references)
  for (const r of references) for (const n of neighbours(world.need('cases', r), world)) all.add(n)
  return all
}
