import { sourceFields } from '#domain/records/source'
import { dateText } from '../fields/dateText.ts'
import { fieldsFrom } from '../fields/recordFields.ts'
import { recordCollection } from './record.ts'

const f = fieldsFrom(sourceFields)

export const sources = recordCollection({
  slug: 'sources',
  group: '公开内容',
  title: 'slug',
  columns: ['title', 'publisher'],
  fields: [
    f.key('slug'),
    f.text('title'),
    f.area('description', 2),
    f.text('publisher'),
    f.lines('authors'),
    dateText(sourceFields, 'date'),
    f.text('address'),
  ],
})
