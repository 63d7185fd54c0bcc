import AroundNotice from './AroundNotice.astro'
import Case from './Case.astro'
import CaseList from './CaseList.astro'
import Cases from './Cases.astro'
import Figure from './Figure.astro'
import Flow from './Flow.astro'
import Home from './Home.astro'
import { RECORD_SHEETS } from './recordSheets.ts'
import Search from './Search.astro'
import Statistics from './Statistics.astro'

/** Component by which each kind of page is printed; it takes the view as its only property. */
type Sheet = (_props: { view: never }) => unknown

export const SHEETS: Record<string, Sheet> = {
  'around-notice': AroundNotice,
  flow: Flow,
  home: Home,
  cases: Cases,
  case: Case,
  'case-list': CaseList,
  figure: Figure,
  search: Search,
  statistics: Statistics,
  ...RECORD_SHEETS,
}
