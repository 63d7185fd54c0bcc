import { z } from 'zod'
import { day } from '../dates.ts'
import { field } from '../field.ts'
import { happenedInTime } from '../happenedInTime.ts'
import { caseReference, MARK_MESSAGE, markAgrees, meetingSlug, published } from '../keys.ts'
import { itemText } from '../text.ts'

/** The weekly meeting at which departments account for their cases. */
export const reviewMeetingFields = z.object({
  slug: field(meetingSlug, '网址代号', '会议日期，例如 2022-11-30；演示数据前面加 demo-。'),
  date: field(day, '日期', '开会的日子，例如 2022-11-30。'),
  matters: field(z.array(itemText), '议题', '逐条。'),
  decisions: field(z.array(itemText), '决定', '逐条。'),
  cases: field(z.array(caseReference), '所涉事项', '事项编号。'),
  ...published,
})
export const reviewMeeting = reviewMeetingFields
  .refine(markAgrees('slug'), { path: ['slug'], message: MARK_MESSAGE })
  .refine((m) => m.slug.replace('demo-', '') === m.date, { path: ['slug'], message: '网址代号要与日期一致' })
  .superRefine(happenedInTime((m) => [{ path: ['date'], at: m.date }]))
export type ReviewMeeting = z.infer<typeof reviewMeeting>
