import type { KindId, ViewOf } from '../kinds.ts'
import AroundNotice from './AroundNotice.astro'
import Case from './Case.astro'
import CaseList from './CaseList.astro'
import Cases from './Cases.astro'
import Crossed from './Crossed.astro'
import Figure from './Figure.astro'
import Flow from './Flow.astro'
import Home from './Home.astro'
import PickedListPage from './PickedListPage.astro'
import { RECORD_SHEETS } from './recordSheets.ts'
import Search from './Search.astro'
import Statistics from './Statistics.astro'

/** The page of the address that is not there has a route of its own. */
type PrintedId = Exclude<KindId, 'not-found'>

/** Component by which each kind of page is printed; it takes the view of that kind as its only property. */
export const SHEETS: { [Id in PrintedId]: (_props: { view: ViewOf<Id> }) => unknown } = {
  'around-notice': AroundNotice,
  flow: Flow,
  home: Home,
  cases: Cases,
  case: Case,
  'case-list': CaseList,
  crossed: Crossed,
  figure: Figure,
  'picked-list': PickedListPage,
  search: Search,
  statistics: Statistics,
  ...RECORD_SHEETS,
}
