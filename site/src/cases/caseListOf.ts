import type { CaseList } from '#domain/world/caseList'
import { FACETS, type FacetId } from '#domain/world/facets'
import type { World } from '#domain/world/world'
import type { ListWithOpen } from '../lists/openPages.ts'
import { monthOfSpan, type SpanName } from '../lists/timeSpans.ts'
import { facetPath, listPath, sectionPath } from '../urls.ts'

/** All cases, or those of one value of a facet. */
export type CaseListName = { facet: FacetId; value: string } | null

/** The facet whose values are the months of the list of all cases, so that they are no lists of their own. */
export const MONTHS = 'year-month'

/** A list of cases with the pages of all its rows and those of the open ones. */
export type ListOfCases = ListWithOpen & {
  cases: Pick<CaseList, 'size' | 'timed' | 'waiting' | 'total' | 'openCount'>
}

export function listOfCases(name: CaseListName, world: World): ListOfCases {
  const cases = name ? world.list(name.facet, name.value) : world.cases
  const base = name ? `cases/by/${name.facet}/${name.value}` : 'cases'
  return {
    cases,
    all: {
      rows: cases.timed,
      hasMonthsAlways: name === null,
      pathOf: name ? (span) => listPath(base, span) : pathOfAll,
    },
    open: { rows: cases.waiting, hasMonthsAlways: false, pathOf: (span) => listPath(`${base}/open`, span) },
  }
}

function pathOfAll(span?: SpanName): string {
  if (!span) return sectionPath('cases')
  const month = monthOfSpan(span)
  return span === month
    ? facetPath(MONTHS, month)
    : listPath(`cases/by/${MONTHS}/${month}`, span.slice(month.length + 1))
}

/** Every list of cases that holds one. */
export function namesOfCaseLists(world: World): CaseListName[] {
  const named = FACETS.filter((f) => f.id !== MONTHS).flatMap((f) =>
    world.keysOf(f.id).map((value) => ({ facet: f.id, value })),
  )
  return [null, ...named]
}
