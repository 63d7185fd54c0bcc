import type { PageKind } from './context.ts'
import { accessibilityKind } from './views/accessibility.ts'
import { areaKind } from './views/area.ts'
import { areasKind } from './views/areas.ts'
import { dataKind } from './views/data.ts'
import { departmentKind } from './views/department.ts'
import { departmentsKind } from './views/departments.ts'
import { dutiesKind } from './views/duties.ts'
import { dutyKind } from './views/duty.ts'
import { dutyCategoryKind } from './views/dutyCategory.ts'
import { notFoundKind } from './views/notFound.ts'
import { noticeKind } from './views/notice.ts'
import { noticePagesKind } from './views/noticePages.ts'
import { noticesKind } from './views/notices.ts'
import { pageKind } from './views/page.ts'
import { practiceKind } from './views/practice.ts'
import { practicesKind } from './views/practices.ts'
import { reviewMeetingKind } from './views/reviewMeeting.ts'
import { reviewMeetingsKind } from './views/reviewMeetings.ts'
import { sourceKind } from './views/source.ts'
import { sourcesKind } from './views/sources.ts'
import { whistleKind } from './views/whistle.ts'

/** Kinds of pages about records other than cases: lists first, then single records. */
export const RECORD_KINDS = {
  areas: areasKind,
  area: areaKind,
  duties: dutiesKind,
  'duty-category': dutyCategoryKind,
  duty: dutyKind,
  departments: departmentsKind,
  department: departmentKind,
  practices: practicesKind,
  practice: practiceKind,
  notices: noticesKind,
  'notice-pages': noticePagesKind,
  notice: noticeKind,
  'review-meetings': reviewMeetingsKind,
  'review-meeting': reviewMeetingKind,
  sources: sourcesKind,
  source: sourceKind,
  page: pageKind,
  whistle: whistleKind,
  accessibility: accessibilityKind,
  data: dataKind,
  'not-found': notFoundKind,
} as const satisfies Record<string, PageKind>
