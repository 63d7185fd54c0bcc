import Case from './Case.astro'
import CaseList from './CaseList.astro'
import Cases from './Cases.astro'
import FacetList from './FacetList.astro'
import Home from './Home.astro'
import { RECORD_SHEETS } from './recordSheets.ts'
import Search from './Search.astro'

/** Component by which each kind of page is printed; it takes the view as its only property. */
type Sheet = (_props: { view: never }) => unknown

export const SHEETS: Record<string, Sheet> = {
  home: Home,
  cases: Cases,
  case: Case,
  'case-list': CaseList,
  'facet-list': FacetList,
  search: Search,
  ...RECORD_SHEETS,
}
