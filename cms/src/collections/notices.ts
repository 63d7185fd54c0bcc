import { noticeFields } from '#domain/records/notice'
import { NOTICE_KIND_LABELS, NOTICE_KINDS } from '#domain/vocabulary'
import { dateText } from '../fields/dateText.ts'
import { fieldsFrom } from '../fields/recordFields.ts'
import { recordCollection } from './record.ts'

const f = fieldsFrom(noticeFields)

export const notices = recordCollection({
  slug: 'notices',
  group: '公开内容',
  title: 'number',
  columns: ['kind', 'recipient', 'case'],
  fields: [
    f.key('number'),
    f.text('documentNumber'),
    f.choice('kind', NOTICE_KINDS, NOTICE_KIND_LABELS),
    f.text('issuer'),
    f.one('recipient', 'departments'),
    f.one('case', 'cases'),
    dateText(noticeFields, 'issuedOn', { dayOnly: true }),
    dateText(noticeFields, 'dueOn', { dayOnly: true }),
    f.area('reason', 2),
    f.area('outcome', 2),
  ],
})
