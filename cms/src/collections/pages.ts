import { pageFields } from '#domain/records/page'
import { fieldsFrom } from '../fields/recordFields.ts'
import { wordsOf } from '../fields/words.ts'
import { recordCollection } from './record.ts'

const f = fieldsFrom(pageFields)
const section = fieldsFrom(pageFields.shape.sections.element)
const sections = wordsOf(pageFields, 'sections')

export const pages = recordCollection({
  slug: 'pages',
  group: '公开内容',
  title: 'title',
  fields: [
    f.text('title'),
    f.key('slug'),
    f.area('summary', 2),
    {
      name: 'sections',
      label: sections.label,
      type: 'array',
      admin: { description: sections.description },
      fields: [section.text('heading'), section.area('text', 6)],
    },
    f.many('sources', 'sources'),
  ],
})
