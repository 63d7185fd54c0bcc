import { monthOf } from '../dates.ts'
import { monthWords } from '../monthWords.ts'
import { type Case, caseCategory, departmentsOf, whistledAt } from '../records/case.ts'
import {
  CASE_STATE_LABELS,
  CASE_STATES,
  type CaseState,
  ORIGIN_LABELS,
  ORIGINS,
  type Origin,
  URGENCIES,
  URGENCY_LABELS,
  type Urgency,
  WHISTLE_KIND_LABELS,
  WHISTLE_KINDS,
  type WhistleKind,
} from '../vocabulary.ts'
import type { World } from './world.ts'

/** A filter of the case list. Adding one here adds its look-up in the world, its pages, its links with counts and its search filter. */
export type Facet = {
  id: string
  label: string
  /** Values under which a case stands; none where the source does not say. Of other records only the place of an area and what was merged may decide. */
  valuesOf: (c: Case, world: World) => readonly string[]
  /** The words of a value. */
  labelOf: (value: string, world: World) => string
  /** Display order of values; alphabetical by value where absent. */
  order?: readonly string[]
}

const ALL = [
  {
    id: 'state',
    label: '状态',
    order: CASE_STATES,
    valuesOf: (c) => [c.status],
    labelOf: (v) => CASE_STATE_LABELS[v as CaseState],
  },
  {
    id: 'kind',
    label: '吹哨者',
    order: WHISTLE_KINDS,
    valuesOf: (c) => (c.kind ? [c.kind] : []),
    labelOf: (v) => WHISTLE_KIND_LABELS[v as WhistleKind],
  },
  {
    id: 'urgency',
    label: '紧急程度',
    order: URGENCIES,
    valuesOf: (c) => (c.urgency ? [c.urgency] : []),
    labelOf: (v) => URGENCY_LABELS[v as Urgency],
  },
  {
    id: 'category',
    label: '大类',
    valuesOf: (c) => {
      const n = caseCategory(c)
      return n ? [String(n)] : []
    },
    labelOf: (v, world) => categoryTitle(Number(v), world),
  },
  {
    id: 'duty',
    label: '权责事项',
    valuesOf: (c) => c.duties,
    labelOf: (v, world) => world.get('duties', v)?.title ?? v,
  },
  {
    id: 'area',
    label: '地方',
    valuesOf: (c, world) => world.areaPath(c.area),
    labelOf: (v, world) => world.get('areas', v)?.name ?? v,
  },
  {
    id: 'department',
    label: '部门',
    valuesOf: (c, world) => world.succession.departments.allStanding(departmentsOf(c)),
    labelOf: (v, world) => world.get('departments', v)?.name ?? v,
  },
  {
    id: 'year-month',
    label: '吹哨年月',
    valuesOf: (c) => {
      const at = whistledAt(c)
      const m = at ? monthOf(at) : null
      return m ? [m] : []
    },
    labelOf: monthWords,
  },
  {
    id: 'origin',
    label: '来历',
    order: ORIGINS,
    valuesOf: (c) => [c.origin],
    labelOf: (v) => ORIGIN_LABELS[v as Origin],
  },
] as const satisfies readonly Facet[]

export type FacetId = (typeof ALL)[number]['id']
export const FACETS: readonly (Facet & { id: FacetId })[] = ALL

/** Title of a duty category, or its number where no name has been published. */
export function categoryTitle(number: number, world: World): string {
  return world.snapshot.settings.dutyCategories.find((c) => c.number === number)?.title ?? `第${number}类`
}
