import Case from '../case/Case.astro'
import CaseList from '../cases/CaseList.astro'
import Cases from '../cases/Cases.astro'
import Home from '../home/Home.astro'
import PickedListPage from '../lists/PickedListPage.astro'
import Search from '../search/Search.astro'
import AroundNotice from '../statistics/AroundNotice.astro'
import Crossed from '../statistics/crossed/Crossed.astro'
import Figure from '../statistics/Figure.astro'
import Flow from '../statistics/Flow.astro'
import Statistics from '../statistics/Statistics.astro'
import type { KindId, ViewOf } from './kinds.ts'
import { RECORD_SHEETS } from './recordSheets.ts'

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
