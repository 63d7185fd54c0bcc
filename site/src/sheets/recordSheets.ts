import Accessibility from './Accessibility.astro'
import Area from './Area.astro'
import Areas from './Areas.astro'
import Data from './Data.astro'
import Department from './Department.astro'
import Departments from './Departments.astro'
import Duties from './Duties.astro'
import Duty from './Duty.astro'
import DutyCategory from './DutyCategory.astro'
import Notice from './Notice.astro'
import NoticePages from './NoticePages.astro'
import Notices from './Notices.astro'
import Page from './Page.astro'
import Practice from './Practice.astro'
import Practices from './Practices.astro'
import ReviewMeeting from './ReviewMeeting.astro'
import ReviewMeetings from './ReviewMeetings.astro'
import Source from './Source.astro'
import Sources from './Sources.astro'
import Whistle from './Whistle.astro'

/** Components that print the pages about records other than cases. */
export const RECORD_SHEETS = {
  areas: Areas,
  area: Area,
  duties: Duties,
  'duty-category': DutyCategory,
  duty: Duty,
  departments: Departments,
  department: Department,
  practices: Practices,
  practice: Practice,
  notices: Notices,
  'notice-pages': NoticePages,
  notice: Notice,
  'review-meetings': ReviewMeetings,
  'review-meeting': ReviewMeeting,
  sources: Sources,
  source: Source,
  page: Page,
  whistle: Whistle,
  accessibility: Accessibility,
  data: Data,
}
