import { areaKind } from '../areas/area.ts'
import { areasKind } from '../areas/areas.ts'
import type { PageKind } from '../context.ts'
import { departmentKind } from '../departments/department.ts'
import { departmentsKind } from '../departments/departments.ts'
import { dutiesKind } from '../duties/duties.ts'
import { dutyKind } from '../duties/duty.ts'
import { dutyCategoryKind } from '../duties/dutyCategory.ts'
import { accessibilityKind } from '../frame/accessibility.ts'
import { notFoundKind } from '../frame/notFound.ts'
import { whistleKind } from '../home/whistle.ts'
import { noticeKind } from '../notices/notice.ts'
import { noticePagesKind } from '../notices/noticePages.ts'
import { noticesKind } from '../notices/notices.ts'
import { dataKind } from '../records/data.ts'
import { pageKind } from '../records/page.ts'
import { practiceKind } from '../records/practice.ts'
import { practicesKind } from '../records/practices.ts'
import { reviewMeetingKind } from '../records/reviewMeeting.ts'
import { reviewMeetingsKind } from '../records/reviewMeetings.ts'
import { sourceKind } from '../records/source.ts'
import { sourcesKind } from '../records/sources.ts'

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
