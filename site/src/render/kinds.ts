import { caseKind } from '../case/case.ts'
import { caseListKind } from '../cases/caseListPages.ts'
import { casesKind } from '../cases/caseLists.ts'
import type { PageKind } from '../context.ts'
import { homeKind } from '../home/home.ts'
import { searchKind } from '../search/search.ts'
import { NUMBER_KINDS } from './numberKinds.ts'
import { RECORD_KINDS } from './recordKinds.ts'

/** Every kind of page by its name, the more particular pattern first. Each has its sheet in `render/sheets.ts`, or nothing compiles. */
export const KINDS = {
  home: homeKind,
  cases: casesKind,
  'case-list': caseListKind,
  case: caseKind,
  search: searchKind,
  ...NUMBER_KINDS,
  ...RECORD_KINDS,
} as const satisfies Record<string, PageKind>
export type KindId = keyof typeof KINDS

/** What the pages of a kind print. */
export type ViewOf<Id extends KindId> = NonNullable<ReturnType<(typeof KINDS)[Id]['view']>>
