import { Statistics } from '#domain/figures/statistics'
import type { AnyRow, Row, Snapshot } from '#domain/records/snapshot'
import { type Change, changeOf, putRow, World } from '#domain/world/world'
import { seeded } from './randomEdits.ts'
import { areaRow, caseRow, departmentRow, snapshotOf } from './rows.ts'

const DEPARTMENTS = ['d-one', 'd-two', 'd-three', 'd-four', 'd-five']
const AREAS = ['a-one', 'a-two', 'a-three']
const TOWNS = ['a-town', 'a-other']

/** Times of whistles that crowd one day of one month, and leave day, month or everything unknown at times. */
function aWhistleTime(random: () => number): string | undefined {
  const roll = random()
  if (roll < 0.04) return undefined
  if (roll < 0.06) return '2022'
  if (roll < 0.12) return '2022-06'
  const two = (n: number) => String(1 + Math.floor(random() * n)).padStart(2, '0')
  const minute = `T${two(20)}:${two(50)}+08:00`
  if (roll < 0.5) return `2022-06-14${minute}`
  if (roll < 0.7) return `2022-06-${two(30)}`
  return `${roll < 0.8 ? '2021' : '2022'}-${two(12)}-${two(28)}${minute}`
}

/** A case that was whistled for at a time, among the given numbers; some are open, some invented. */
function aCaseAt(random: () => number, numbers: number): Row<'cases'> {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const number = 1 + Math.floor(random() * numbers)
  const sample = random() < 0.1
  const year = random() < 0.2 ? '2021' : '2022'
  const row = caseRow(number, { lead: pick(DEPARTMENTS), area: pick(AREAS) })
  const at = aWhistleTime(random)
  const whistle = { kind: 'whistle' as const, body: '甲社区', ...(at ? { at } : {}) }
  const isOpen = random() < 0.4
  return {
    ...row,
    reference: `${sample ? 'DEMO' : 'WS'}-${year}-${String(number).padStart(6, '0')}`,
    origin: sample ? 'sample' : 'record',
    timeline: [whistle, ...row.timeline.slice(1, isOpen ? 3 : undefined)],
    ...(isOpen ? { status: 'handling', closedBy: undefined } : {}),
  }
}

/** A newsroom with so many cases among `numbers` numbers of two years, and a source of edits. */
export function newsroomOfCases(seed: number, size: number, numbers: number) {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const world = new World(snapshotWith(random, size, numbers))
  const context = { world, statistics: new Statistics(world) }
  const put = (table: Change['table'], key: string, after: AnyRow): Change => {
    const before = world.snapshot.tables[table].get(key) as AnyRow | undefined
    return changeOf(table, key, { before, after })
  }
  const take = (changes: readonly Change[]) => {
    for (const change of changes) world.apply(change)
    context.statistics.update(changes)
  }
  const aCase = (): Change => {
    const row = aCaseAt(random, numbers)
    return put('cases', row.reference, row)
  }
  /** The time of a whistle is corrected, which may move the case to another month. */
  const corrected = (): Change[] => {
    const row = world.get('cases', pick(world.keys('cases')))
    if (!row) return []
    const at = aWhistleTime(random)
    const whistle = { kind: 'whistle' as const, body: '甲社区', ...(at ? { at } : {}) }
    return [put('cases', row.reference, { ...row, timeline: [whistle, ...row.timeline.slice(1)] })]
  }
  const gone = (): Change[] => {
    const key = pick(world.keys('cases'))
    const before = world.get('cases', key)
    return before ? [{ table: 'cases', key, before }] : []
  }
  const edit = (): Change[] => {
    const roll = random()
    if (roll < 0.36) return [aCase()]
    if (roll < 0.72) return gone()
    if (roll < 0.92) return corrected()
    const [name, slug] = [`名${Math.floor(random() * 1000)}`, pick(AREAS)]
    if (roll < 0.95) return [put('areas', slug, areaRow(slug, { name, parent: pick(TOWNS) }))]
    const department = pick(DEPARTMENTS)
    return [put('departments', department, departmentRow(department, { shortName: name }))]
  }
  return { world, context, take, edit, aCase }
}

function snapshotWith(random: () => number, size: number, numbers: number): Snapshot {
  const cases = new Map<string, Row<'cases'>>()
  while (cases.size < size) {
    const row = aCaseAt(random, numbers)
    cases.set(row.reference, row)
  }
  return snapshotOfCases([...cases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row))
}

/** A snapshot of cases with their departments and areas. */
export function snapshotOfCases(cases: readonly Row<'cases'>[]): Snapshot {
  const snapshot = snapshotOf(...cases)
  for (const d of DEPARTMENTS) putRow(snapshot, 'departments', departmentRow(d))
  for (const a of TOWNS) putRow(snapshot, 'areas', areaRow(a, { level: 'town' }))
  for (const a of AREAS) putRow(snapshot, 'areas', areaRow(a, { parent: 'a-town' }))
  return snapshot
}

/** Cases whose even numbers follow the days of a year, as a newsroom gives them; some are open. */
export function yearOfCases(size: number): Row<'cases'>[] {
  return Array.from({ length: size }, (_, i) => caseOfYear(2 * (i + 1), i / size))
}

/** A case of such a year, `part` of the year gone. */
export function caseOfYear(number: number, part: number): Row<'cases'> {
  const day = new Date(Date.UTC(2022, 0, 1) + Math.floor(part * 365) * 86_400_000).toISOString().slice(0, 10)
  const row = caseRow(number, { lead: DEPARTMENTS[number % 3] as string, area: AREAS[number % 3] as string })
  const timeline = [{ ...row.timeline[0], at: day }, ...row.timeline.slice(1)] as typeof row.timeline
  return number % 40 === 0
    ? { ...row, timeline: timeline.slice(0, 3), status: 'handling', closedBy: undefined }
    : { ...row, timeline }
}

/** Changes of which no two are of one record. */
export function batchOf(edit: () => Change[], most: number): Change[] {
  const changes = Array.from({ length: most }, edit).flat()
  return [...new Map(changes.map((c) => [`${c.table} ${c.key}`, c])).values()]
}
