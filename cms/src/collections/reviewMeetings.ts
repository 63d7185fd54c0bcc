import { reviewMeetingFields } from '#domain/records/reviewMeeting'
import { dateText } from '../fields/dateText.ts'
import { fieldsFrom } from '../fields/recordFields.ts'
import { recordCollection } from './record.ts'

const f = fieldsFrom(reviewMeetingFields)

export const reviewMeetings = recordCollection({
  slug: 'review-meetings',
  group: '公开内容',
  title: 'slug',
  columns: ['date'],
  fields: [
    f.key('slug'),
    dateText(reviewMeetingFields, 'date', { dayOnly: true }),
    f.lines('matters'),
    f.lines('decisions'),
    f.many('cases', 'cases'),
  ],
})
