import { isCountedAlike } from '#domain/figures/countedAlike'
import { metricOf } from '#domain/figures/metrics'
import type { Part } from '#domain/figures/statistics'
import { SCOPE_LABELS, SCOPES, type Scope } from '#domain/scope'
import { DEPARTMENT_KIND_LABELS, DEPARTMENT_KINDS } from '#domain/vocabulary'
import { answering } from '#domain/world/answering'
import { byName } from '../byName.ts'
import type { Context, PageKind } from '../context.ts'
import { countWords, dateWords, percentWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { computedMark, type FigureMark } from '../numbers/figureMark.ts'
import { dataFile, figurePath, recordPath, sectionPath } from '../urls.ts'

export type DepartmentRow = {
  href: string
  name: string
  sample: boolean
  kind: string
  /** Duties that it leads. */
  duties: number
  whistles: { number: string; mark: FigureMark }
  open: { number: string; mark: FigureMark }
  /** Calls in time ÷ calls that can be judged, in words; share only where there are enough. */
  division: string
  onTime: { number: string; mark: FigureMark }
}
export type DepartmentsView = {
  frame: Frame
  scopes: {
    label: string
    sample: boolean
    asOf: string
    few: number
    rows: DepartmentRow[]
    /** Whether any row leads a duty, or can be judged: columns that are empty in all rows are left out. */
    led: boolean
    judged: boolean
    /** Why columns are left out; null where none is. */
    missing: string | null
  }[]
  /** Departments that no case of any scope names. */
  quiet: { href: string; name: string; kind: string; sample: boolean }[]
  definition: string
  csv: string
  events: string
}

const path = () => sectionPath('departments')
const ON_TIME = metricOf('arrival-on-time')

/** Where no call can be judged. */
const NONE = '—'

function missingWords(led: boolean, judged: boolean): string | null {
  const missing = [
    ...(led ? [] : ['没有逐项的权责清单，看不出谁牵头什么']),
    ...(judged ? [] : ['没有到场的时间和时限，看不出按时没按时']),
  ]
  return missing.length > 0 ? `${missing.join('；')}。` : null
}

function rowsOf(scope: Scope, { world, statistics }: Context): DepartmentRow[] {
  return world
    .all('departments')
    .filter((d) => statistics.has(scope, `department:${d.slug}`))
    .map((d) => ({ key: d.slug, name: d.name, d }))
    .sort(byName)
    .map(({ d }) => {
      const part: Part = `department:${d.slug}`
      const counted = (id: 'whistles' | 'open') => {
        const figure = statistics.figure(metricOf(id), scope, part)
        return { number: countWords(figure.numerator), mark: computedMark(figure, scope, world, part) }
      }
      const onTime = statistics.figure(ON_TIME, scope, part)
      const enough = onTime.denominator >= ON_TIME.minimum
      return {
        href: recordPath('departments', d.slug),
        name: d.name,
        sample: d.origin === 'sample',
        kind: DEPARTMENT_KIND_LABELS[d.kind],
        duties: world
          .all('duties')
          .filter(
            (x) => answering(x, world).lead === d.slug && (x.origin === 'sample') === (scope === 'sample'),
          ).length,
        whistles: counted('whistles'),
        open: counted('open'),
        division: onTime.denominator === 0 ? NONE : `${onTime.numerator} ÷ ${onTime.denominator}`,
        onTime: {
          number: enough ? `${percentWords(onTime.value)}%` : '—',
          mark: { ...computedMark(onTime, scope, world, part), ...(enough ? {} : { 'data-value': '' }) },
        },
      }
    })
}

export const departmentsKind: PageKind<DepartmentsView> = {
  pattern: /^departments\/index\.html$/,
  paths: () => [path()],
  view: (_params, context) => {
    const { world, statistics } = context
    const scopes = SCOPES.filter((s) =>
      world.keysOf('department').some((d) => statistics.has(s, `department:${d}`)),
    )
    const quiet = world
      .all('departments')
      .filter((d) => !d.replacedBy && !SCOPES.some((s) => statistics.has(s, `department:${d.slug}`)))
    return {
      frame: frameOf(
        path(),
        {
          title: '部门',
          description: '每个部门牵头管什么、被吹哨几次、按时来了几次。按名称排，不排名次。',
          demo: world.all('departments').some((d) => d.origin === 'sample') || scopes.includes('sample'),
        },
        world,
      ),
      scopes: scopes.map((scope) => {
        const rows = rowsOf(scope, context)
        const led = rows.some((row) => row.duties > 0)
        const judged = rows.some((row) => row.division !== NONE)
        return {
          label: SCOPE_LABELS[scope],
          sample: scope === 'sample',
          asOf: dateWords(world.asOf(scope)),
          few: ON_TIME.minimum,
          rows,
          led,
          judged,
          missing: missingWords(led, judged),
        }
      }),
      quiet: DEPARTMENT_KINDS.flatMap((kind) =>
        quiet
          .filter((d) => d.kind === kind)
          .map((d) => ({
            key: d.slug,
            href: recordPath('departments', d.slug),
            name: d.name,
            kind: DEPARTMENT_KIND_LABELS[d.kind],
            sample: d.origin === 'sample',
          }))
          .sort(byName)
          .map(({ key: _key, ...line }) => line),
      ),
      definition: figurePath(ON_TIME.id),
      csv: dataFile('departments', 'csv'),
      events: dataFile('events', 'csv'),
    }
  },
  affectedBy: ({ table, before, after }, context) => {
    if (table === 'cases') return isCountedAlike(before, after, context) ? [] : [path()]
    return table === 'departments' || table === 'duties' || table === 'notices' ? [path()] : []
  },
  countedToAsOf: () => [path()],
}
