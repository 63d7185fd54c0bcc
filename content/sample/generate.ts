import type { Case } from '#domain/records/case'
import type { SiteSettings } from '#domain/records/siteSettings'
import type { Row, TableName } from '#domain/records/snapshot'
import type { Synonyms } from '#domain/records/synonyms'
import { DAY, dayIndex, dayNumber, LAST_DAY, workdaysAfter } from './calendar.ts'
import { type Ending, writeCase } from './caseRow.ts'
import { demoDepartments } from './departments.ts'
import { dutyRows, synonymGroups } from './dutyRows.ts'
import { type Material, readMaterial } from './material.ts'
import { meetingRows } from './meetings.ts'
import { numberNotices, type PendingNotice } from './notices.ts'
import { areaRows, PlaceChooser, placesByKind } from './places.ts'
import { randomOf } from './random.ts'
import { reasonsAtTheEnd } from './reasonsAtTheEnd.ts'
import { Texts } from './texts.ts'
import { closedWalk, cutWalk, openWalk, stateAfter, type Walk } from './walk.ts'
import { LATE_WHISTLES, officeMinute, type Whistle, Whistles } from './whistles.ts'

/** The demonstration: rows of every table, titles of the invented categories, and the everyday words. */
export type Sample = {
  tables: { [T in TableName]: Row<T>[] }
  dutyCategories: SiteSettings['dutyCategories']
  synonyms: Synonyms
}

/**
 * Whistles of the demonstration year: those up to the middle of December and open.yaml, in order of time, then those of
 * the last weeks under the highest numbers. What is added to the demonstration goes behind: numbers keep their cases.
 */
const ORDERED_CASES = 2994
export const SAMPLE_CASES = ORDERED_CASES + LATE_WHISTLES

type Planned = { whistle: Whistle; open: Material['open'][number] | null; isCut?: boolean }

/**
 * Makes the year of invented cases from the hand-written material: the same rows on every machine.
 * @param size number of cases; more than the demonstration has (for benchmarks) lets texts repeat
 */
export function generateSample(size: { cases: number } = { cases: SAMPLE_CASES }): Sample {
  const material = readMaterial()
  const texts = new Texts(size.cases <= SAMPLE_CASES)
  const planned = plan(material, size.cases, texts)
  const chooser = new PlaceChooser(placesByKind(material.towns))
  const pending: PendingNotice[] = []
  const cases = planned.map(({ whistle, open, isCut }, i): Case => {
    const reference = `DEMO-2022-${String(i + 1).padStart(6, '0')}`
    const random = randomOf('case', reference)
    const place = chooser.choose(whistle.situation.id, whistle.situation.place, random)
    const walk = open
      ? openWalk(whistle, open.state, random)
      : (isCut ? cutWalk : closedWalk)(whistle, random)
    const ending = open
      ? { status: open.state, openReason: open.reason ?? (whistle.situation.open[0] as string) }
      : endingOf(reference, whistle, walk, texts)
    const written = writeCase(reference, whistle, place, walk, ending, texts, random)
    pending.push(...written.notices)
    return written.row
  })
  const notices = numberNotices(pending)
  const names = new Map(demoDepartments.map((d) => [d.slug, d.name]))
  const nameOf = (slug: string) => names.get(slug) ?? pressName(slug)
  return {
    tables: {
      areas: areaRows(material.towns),
      departments: demoDepartments,
      duties: dutyRows(material.duties),
      sources: [],
      cases,
      notices,
      'review-meetings': meetingRows(cases, pending, nameOf),
      practices: [],
      'reported-figures': [],
      pages: [],
    },
    dutyCategories: material.categories.map((c) => ({ ...c, origin: 'sample' as const })),
    synonyms: { groups: synonymGroups(material.duties) },
  }
}

/** How the year ends for a case: closed, or where its walk leaves it and why it is not closed. */
function endingOf(reference: string, { at, duty }: Whistle, walk: Walk, texts: Texts): Ending {
  const status = stateAfter(walk)
  if (status === 'closed') return { status, openReason: null }
  const isOverdue = workdaysAfter(dayNumber(at), duty.handlingDays) < LAST_DAY
  const reasons = reasonsAtTheEnd(status, walk.delays, isOverdue)
  return { status, openReason: texts.least(reasons, randomOf('reason', reference)) }
}

/** All whistles under their numbers: in order of time, those that stay open among them, then those of the last weeks. */
function plan(material: Material, count: number, texts: Texts): Planned[] {
  const open = material.open.map((entry): Planned => {
    const situation = material.situations.find((s) => s.id === entry.situation)
    const duty = material.duties.find((d) => d.key === situation?.duty)
    if (!situation || !duty) throw new Error(`open.yaml 提到的情况 ${entry.situation} 不在素材里：请改正编号`)
    const at = dayIndex(entry.day) * DAY + officeMinute(randomOf('open', entry.situation))
    return {
      whistle: {
        situation,
        duty,
        at,
        urgency: situation.urgencies[0] as Whistle['urgency'],
        kind: 'community',
        departments: situation.departments,
      },
      open: entry,
    }
  })
  const whistles = new Whistles(material, texts)
  const late = Math.round((count * LATE_WHISTLES) / SAMPLE_CASES)
  const closed = whistles
    .ofTheYear(count - late - open.length)
    .map((whistle): Planned => ({ whistle, open: null }))
  return [
    ...[...open, ...closed].sort((a, b) => a.whistle.at - b.whistle.at),
    ...whistles.ofTheLastWeeks(late).map((whistle): Planned => ({ whistle, open: null, isCut: true })),
  ]
}

/** Names of the departments that the article names, by their slugs, for the texts of meetings. */
const PRESS_NAMES: Record<string, string> = {
  chengjian: '城建',
  yingji: '应急',
  caizheng: '财政',
  huanbao: '环保',
  anguanban: '安管办',
  chengguan: '城管',
  xiaofang: '消防',
  shijian: '市监',
  tudi: '土地',
  'ziran-ziyuan': '自然资源',
  jiaojing: '交警',
  jiaoyu: '教育',
  gongjiao: '公交公司',
}
function pressName(slug: string): string {
  const name = PRESS_NAMES[slug]
  if (!name) throw new Error(`不认识的部门 ${slug}`)
  return name
}
