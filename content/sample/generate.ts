import type { Case } from '#domain/case'
import type { SiteSettings } from '#domain/siteSettings'
import type { Row, TableName } from '#domain/snapshot'
import type { Synonyms } from '#domain/synonyms'
import { DAY, dayIndex } from './calendar.ts'
import { type Ending, writeCase } from './caseRow.ts'
import { demoDepartments } from './departments.ts'
import { dutyRows, synonymGroups } from './dutyRows.ts'
import { type Material, readMaterial } from './material.ts'
import { meetingRows } from './meetings.ts'
import { numberNotices, type PendingNotice } from './notices.ts'
import { areaRows, PlaceChooser, placesByKind } from './places.ts'
import { randomOf } from './random.ts'
import { Texts } from './texts.ts'
import { closedWalk, openWalk } from './walk.ts'
import { officeMinute, type Whistle, whistlesOf } from './whistles.ts'

/** The demonstration: rows of every table, titles of the invented categories, and the everyday words. */
export type Sample = {
  tables: { [T in TableName]: Row<T>[] }
  dutyCategories: SiteSettings['dutyCategories']
  synonyms: Synonyms
}

/** Whistles of the demonstration year; with the article's four they make 2,998. */
export const SAMPLE_CASES = 2994

type Planned = { whistle: Whistle; open: Material['open'][number] | null }

/**
 * Makes the year of invented cases from the hand-written material: the same rows on every machine.
 * @param size number of cases; more than the year's 2,994 (for benchmarks) lets texts repeat
 */
export function generateSample(size: { cases: number } = { cases: SAMPLE_CASES }): Sample {
  const material = readMaterial()
  const texts = new Texts(size.cases <= SAMPLE_CASES)
  const planned = plan(material, size.cases, texts)
  const chooser = new PlaceChooser(placesByKind(material.towns))
  const pending: PendingNotice[] = []
  const cases = planned.map(({ whistle, open }, i): Case => {
    const reference = `DEMO-2022-${String(i + 1).padStart(6, '0')}`
    const random = randomOf('case', reference)
    const place = chooser.choose(whistle.situation.id, whistle.situation.place, random)
    const walk = open ? openWalk(whistle, open.state, random) : closedWalk(whistle, random)
    const ending: Ending = open
      ? { status: open.state, openReason: open.reason ?? (whistle.situation.open[0] as string) }
      : { status: 'closed', openReason: null }
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

/** All whistles in order of time, those that stay open among them. */
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
  const closed = whistlesOf(material, count - open.length, texts).map(
    (whistle): Planned => ({ whistle, open: null }),
  )
  return [...open, ...closed].sort((a, b) => a.whistle.at - b.whistle.at)
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
