import type { Field } from 'payload'
import { arrivalHours, dutyFields } from '#domain/records/duty'
import { URGENCIES, URGENCY_LABELS } from '#domain/vocabulary'
import { fieldsFrom } from '../fields/recordFields.ts'
import { wordsOf } from '../fields/words.ts'
import { recordCollection } from './record.ts'

const f = fieldsFrom(dutyFields)
const limits = wordsOf(dutyFields, 'arrivalHours')

const arrivalLimits: Field = {
  name: 'arrivalHours' satisfies keyof typeof dutyFields.shape,
  label: limits.label,
  type: 'group',
  admin: { description: limits.description },
  fields: [
    {
      type: 'row',
      fields: URGENCIES.filter((u) => u in arrivalHours.shape).map((u) => ({
        name: u,
        label: `${URGENCY_LABELS[u]}（小时）`,
        type: 'number' as const,
      })),
    },
  ],
}

export const duties = recordCollection({
  slug: 'duties',
  group: '清单',
  title: 'title',
  columns: ['category', 'lead'],
  fields: [
    f.text('title'),
    f.key('code'),
    f.whole('category'),
    f.one('lead', 'departments'),
    f.many('responsible', 'departments'),
    f.text('post'),
    arrivalLimits,
    f.whole('handlingDays'),
    f.area('covers'),
    f.area('excludes'),
    f.lines('basis'),
    f.lines('wordings'),
  ],
})
