import { practiceFields } from '#domain/records/practice'
import { fieldsFrom } from '../fields/recordFields.ts'
import { recordCollection } from './record.ts'

const f = fieldsFrom(practiceFields)

export const practices = recordCollection({
  slug: 'practices',
  group: '公开内容',
  title: 'title',
  columns: ['place'],
  fields: [
    f.text('title'),
    f.key('slug'),
    f.text('place'),
    f.one('area', 'areas'),
    f.area('summary', 2),
    f.area('problem'),
    f.lines('steps'),
    f.area('result'),
    f.lines('needs'),
    f.many('cases', 'cases'),
    f.many('sources', 'sources'),
  ],
})
