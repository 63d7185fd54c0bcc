import type { PageKind } from './context.ts'
import { NUMBER_KINDS } from './numberKinds.ts'
import { RECORD_KINDS } from './recordKinds.ts'
import { caseKind } from './views/case.ts'
import { caseListKind } from './views/caseListPages.ts'
import { casesKind } from './views/caseLists.ts'
import { homeKind } from './views/home.ts'
import { searchKind } from './views/search.ts'

/** Every kind of page, the more particular pattern first. */
export const KINDS: readonly PageKind[] = [
  homeKind,
  casesKind,
  caseListKind,
  caseKind,
  searchKind,
  ...NUMBER_KINDS,
  ...RECORD_KINDS,
]
