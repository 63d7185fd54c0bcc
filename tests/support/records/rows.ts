import { categoryOf } from '#domain/keys'
import type { Row, Snapshot } from '#domain/records/snapshot'
import { emptySnapshot, putRow } from '#domain/world/world'

const published = { origin: 'record', publishedOn: '2022-06-01', changedOn: '2022-06-30' } as const

const NO_OTHER_NAMES = { formerNames: [], otherNames: [], contacts: [] }

/** A small real-scope department. */
export function departmentRow(slug: string, more: Partial<Row<'departments'>> = {}): Row<'departments'> {
  return {
    slug,
    name: slug,
    shortName: slug.slice(0, 8),
    ...NO_OTHER_NAMES,
    kind: 'government',
    ...published,
    ...more,
  }
}

export function areaRow(slug: string, more: Partial<Row<'areas'>> = {}): Row<'areas'> {
  return { slug, name: slug, level: 'community', ...published, ...more }
}

/** An item of the duty list that one department answers for. */
export function dutyRow(code: string, more: Partial<Row<'duties'>> = {}): Row<'duties'> {
  const origin = code.startsWith('DEMO-') ? 'sample' : 'record'
  return {
    code,
    title: `权责${code}`,
    category: categoryOf(code),
    lead: 'd-one',
    responsible: [],
    basis: [],
    wordings: [],
    ...published,
    origin,
    ...more,
  }
}

/** A case of one department that came after `hours`, closed unless told otherwise. */
export function caseRow(number: number, more: Partial<Row<'cases'>> = {}, hours = 5): Row<'cases'> {
  const day = (d: number) => `2022-06-${String(d).padStart(2, '0')}`
  const arrived = new Date(Date.parse('2022-06-01T09:00+08:00') + hours * 3_600_000 + 8 * 3_600_000)
  const at = `${arrived.toISOString().slice(0, 16)}+08:00`
  return {
    reference: `WS-2022-${String(number).padStart(6, '0')}`,
    title: `第${number}件`,
    kind: 'community',
    urgency: 'routine',
    area: 'a-one',
    duties: [],
    description: `第${number}件事的情况。`,
    lead: 'd-one',
    departments: [],
    arrivalHours: 24,
    timeline: [
      { kind: 'whistle', at: `${day(1)}T09:00+08:00`, body: '甲社区' },
      { kind: 'dispatch', at: `${day(1)}T10:00+08:00`, department: 'd-one' },
      { kind: 'arrival', at, department: 'd-one' },
      { kind: 'done', at: `${day(8)}T16:00+08:00`, department: 'd-one' },
      { kind: 'closure', at: `${day(9)}T09:00+08:00`, body: '甲社区' },
    ],
    status: 'closed',
    closedBy: '甲社区',
    evidence: ['甲社区到现场看过'],
    photos: [],
    sources: [],
    ...published,
    ...more,
  }
}

/** A snapshot of one department, one area and the given cases. */
export function snapshotOf(...cases: Row<'cases'>[]): Snapshot {
  const snapshot = emptySnapshot('2022-06-30', {
    name: '哨响',
    scope: '试验区',
    tagline: '公开',
    dutyCategories: [],
  })
  putRow(snapshot, 'departments', departmentRow('d-one'))
  putRow(snapshot, 'areas', areaRow('a-one'))
  for (const c of cases) putRow(snapshot, 'cases', c)
  return snapshot
}
