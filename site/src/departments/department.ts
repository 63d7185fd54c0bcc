import { fieldsOf } from '#domain/field'
import { isCountedAlike } from '#domain/figures/countedAlike'
import { metricOf } from '#domain/figures/metrics'
import { departmentsOf } from '#domain/records/case'
import { departmentFields } from '#domain/records/department'
import type { Row } from '#domain/records/snapshot'
import { SCOPE_LABELS, SCOPES, type Scope, scopeOf } from '#domain/scope'
import { DEPARTMENT_KIND_LABELS } from '#domain/vocabulary'
import { answering } from '#domain/world/answering'
import type { NoticeList } from '#domain/world/noticeList'
import type { World } from '#domain/world/world'
import { isCalledOtherwise } from '../calledOtherwise.ts'
import type { Context, PageKind } from '../context.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { countBy, isNone, scopedWords } from '../lists/scopedCount.ts'
import { type NoticeSum, noticeSums } from '../notices/noticeSums.ts'
import { type BandView, bandTable } from '../numbers/bandTable.ts'
import { type TimeFigures, timeFigures } from '../numbers/timeFigures.ts'
import { type CaseLine, caseLines } from '../rows/caseLine.ts'
import { type DutyItem, dutyItems } from '../rows/dutyItems.ts'
import { formerNamesOf } from '../rows/formerNames.ts'
import { type Merger, mergerOf } from '../rows/merger.ts'
import { type NoticeLine, newestFirst, noticeLine } from '../rows/noticeLine.ts'
import { dataFile, facetPath, jsonPath, noticesToPath, recordPath, sectionPath } from '../urls.ts'

/** So many open cases and notices stand on the page; their own lists hold the rest. */
const MOST = 10
const MOST_SETTLED = 5

/** What one scope says of a department: real rows and sample rows stand apart, each under its own head. */
export type DepartmentScope = {
  label: string
  sample: boolean
  figures: TimeFigures | null
  calls: { all: number; led: number }
  open: CaseLine[]
  openCount: number
  /** The rest, the newest numbers first. */
  settled: CaseLine[]
  settledCount: number
  bands: BandView | null
  duties: { led: DutyItem[]; joined: number }
  notices: NoticeSum | null
  latest: NoticeLine[]
  /** The list of all notices that it received; null where it received none. */
  allNotices: string | null
}
export type DepartmentView = {
  frame: Frame
  name: string
  sample: boolean
  /** How often it leads and was called, of the first scope that has anything. */
  deck: string | null
  kind: string
  /** What else it is or was called, each kind of name with its label. */
  names: { label: string; text: string }[]
  contacts: { label: string; number: string; hours: string | null }[]
  merger: Merger
  scopes: DepartmentScope[]
  /** All cases that name it, in words. */
  cases: { words: string; href: string } | null
  list: { href: string; title: string }
  json: string
  csv: string
}

const NAME_FIELDS = fieldsOf(departmentFields)

/** Its other names under the labels that the open table has for them; kinds of which there is none are left out. */
function namesOf(d: Row<'departments'>): DepartmentView['names'] {
  const { fullName, otherNames } = d
  const names = { fullName: fullName ? [fullName] : [], formerNames: formerNamesOf(d), otherNames }
  return NAME_FIELDS.flatMap(({ name, title }) => {
    const given = names[name as keyof typeof names] ?? []
    return given.length > 0 ? [{ label: title, text: given.join('、') }] : []
  })
}

const pathOf = (slug: string) => recordPath('departments', slug)

function scopeOfDepartment(d: Row<'departments'>, scope: Scope, context: Context): DepartmentScope | null {
  const { world, statistics } = context
  const sample = scope === 'sample'
  const isOf = (row: { origin: string }) => scopeOf(row) === scope
  const list = world.list('department', d.slug)
  const total = list.total(scope)
  const duties = world
    .all('duties')
    .filter(isOf)
    .map((duty) => ({ duty, by: answering(duty, world) }))
  const led = duties.filter(({ by }) => by.lead === d.slug).map(({ duty }) => duty)
  const joined = duties.filter(({ by }) => by.responsible.includes(d.slug)).length
  const notices = world.noticesTo(d.slug)
  const sums = noticeSums(notices, world).find((n) => n.sample === sample) ?? null
  if (total + led.length + joined === 0 && !sums) return null
  const openCount = list.openCount(scope)
  return {
    label: SCOPE_LABELS[scope],
    sample,
    figures:
      timeFigures(['arrival-on-time', 'arrival-time', 'open'], `department:${d.slug}`, context).find(
        (f) => f.sample === sample,
      ) ?? null,
    calls: {
      all: total,
      led: world.list('lead', d.slug).total(scope),
    },
    open: caseLines(list.open(scope, MOST), context),
    openCount,
    settled: caseLines(list.lastSettled(MOST_SETTLED, scope), context),
    settledCount: total - openCount,
    bands:
      statistics.figure(metricOf('arrival-on-time'), scope).denominator > 0
        ? bandTable(scope, d.slug, context)
        : null,
    duties: {
      led: dutyItems(led, (x) =>
        scopedWords(
          countBy((s) => world.list('duty', x.code).total(s)),
          '',
          sample,
        ),
      ),
      joined,
    },
    notices: sums,
    latest: latestNotices(notices, scope, world),
    allNotices: sums && noticesToPath(d.slug),
  }
}

/** The last notices of a scope; whole lists are looked through only where the newest are of the other scope. */
function latestNotices(list: NoticeList, scope: Scope, world: World): NoticeLine[] {
  const own = (numbers: readonly string[]) =>
    numbers.map((number) => world.need('notices', number)).filter((n) => scopeOf(n) === scope)
  const last = own(list.latest(MOST))
  const notices = last.length >= MOST ? last : own(list.numbers())
  return notices
    .sort(newestFirst)
    .slice(0, MOST)
    .map((n) => noticeLine(n, world))
}

function deckOf({ duties, calls, sample }: DepartmentScope): string {
  const led = duties.led.length > 0 ? `权责清单里牵头${duties.led.length}项` : ''
  const joined = duties.joined > 0 ? `配合${duties.joined}项` : ''
  const called =
    calls.all > 0 ? `接到吹哨${calls.all}件${calls.led > 0 ? `，其中牵头${calls.led}件` : ''}` : ''
  return `${sample ? '演示数据里' : ''}${[led, joined, called].filter(Boolean).join('；')}。`
}

export const departmentKind: PageKind<DepartmentView> = {
  pattern: /^departments\/(?<slug>(?!index\.)[a-z0-9-]+)\.html$/,
  paths: ({ world }) => world.all('departments').map((d) => pathOf(d.slug)),
  view: ({ slug }, context) => {
    const { world } = context
    const d = world.get('departments', slug as string)
    if (!d) return null
    const merger = mergerOf('departments', d.slug, world)
    // What was merged has no figures of its own: they are those of its successor.
    const scopes = merger.into ? [] : SCOPES.flatMap((s) => scopeOfDepartment(d, s, context) ?? [])
    const cases = countBy((scope) => (merger.into ? 0 : world.list('department', d.slug).total(scope)))
    return {
      frame: frameOf(
        pathOf(d.slug),
        {
          title: d.name,
          description: `${d.name}牵头管什么、到场情况、还有哪些事正在办。`,
          record: d,
          demo: scopes.some((s) => s.sample),
        },
        world,
      ),
      name: d.name,
      merger,
      sample: d.origin === 'sample',
      deck: scopes.length > 0 ? scopes.map(deckOf).join('') : null,
      kind: DEPARTMENT_KIND_LABELS[d.kind],
      names: namesOf(d),
      contacts: d.contacts.map(({ label, number, hours }) => ({ label, number, hours: hours ?? null })),
      scopes,
      cases: isNone(cases)
        ? null
        : { words: scopedWords(cases, '件'), href: facetPath('department', d.slug) },
      list: { href: sectionPath('departments'), title: '部门' },
      json: jsonPath('departments', d.slug),
      csv: dataFile('departments', 'csv'),
    }
  },
  affectedBy: (change, context) => {
    const { table, key, before, after } = change
    // The bands of all others name it, and rows of cases that it leads.
    if (table === 'departments')
      return [pathOf(key), ...(isCalledOtherwise(change) ? departmentKind.paths(context) : [])]
    // The pages of those that stand for its departments print its row; the bands of all others hang on its numbers alone.
    if (table === 'cases' && after && isCountedAlike(before, after, context))
      return departmentsOf(after).map((slug) => pathOf(context.world.succession.departments.standing(slug)))
    return table === 'cases' || table === 'duties' || table === 'notices' || table === 'areas'
      ? departmentKind.paths(context)
      : []
  },
  countedToAsOf: (context) => departmentKind.paths(context),
}
