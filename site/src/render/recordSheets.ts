import Area from '../areas/Area.astro'
import Areas from '../areas/Areas.astro'
import Department from '../departments/Department.astro'
import Departments from '../departments/Departments.astro'
import Duties from '../duties/Duties.astro'
import Duty from '../duties/Duty.astro'
import DutyCategory from '../duties/DutyCategory.astro'
import Accessibility from '../frame/Accessibility.astro'
import Whistle from '../home/Whistle.astro'
import Notice from '../notices/Notice.astro'
import NoticePages from '../notices/NoticePages.astro'
import Notices from '../notices/Notices.astro'
import Data from '../records/Data.astro'
import Page from '../records/Page.astro'
import Practice from '../records/Practice.astro'
import Practices from '../records/Practices.astro'
import ReviewMeeting from '../records/ReviewMeeting.astro'
import ReviewMeetings from '../records/ReviewMeetings.astro'
import Source from '../records/Source.astro'
import Sources from '../records/Sources.astro'

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
