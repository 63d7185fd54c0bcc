import type { Field, SelectField, TextField } from 'payload'
import { caseFields, satisfaction } from '#domain/records/case'
import { event } from '#domain/records/timeline'
import {
  CASE_STATE_LABELS,
  CASE_STATES,
  EVENT_KIND_LABELS,
  EVENT_KINDS,
  type EventKind,
  OBJECTION_OUTCOME_LABELS,
  OBJECTION_OUTCOMES,
  URGENCIES,
  URGENCY_LABELS,
  WHISTLE_KIND_LABELS,
  WHISTLE_KINDS,
} from '#domain/vocabulary'
import { dateText } from '../fields/dateText.ts'
import { privateNote, privateText } from '../fields/privateText.ts'
import { fieldsFrom } from '../fields/recordFields.ts'
import { wordsOf } from '../fields/words.ts'
import { recordCollection } from './record.ts'

const f = fieldsFrom(caseFields)
const e = fieldsFrom(event)
const s = fieldsFrom(satisfaction)
const timelineWords = wordsOf(caseFields, 'timeline')
const satisfactionWords = wordsOf(caseFields, 'satisfaction')

/** A field that the form shows for events of one kind. */
const onlyFor = <F extends SelectField | TextField>(kind: EventKind, field: F): F => ({
  ...field,
  admin: { ...field.admin, condition: (_data, sibling) => sibling?.kind === kind },
})

const timeline: Field = {
  name: 'timeline',
  label: timelineWords.label,
  type: 'array',
  labels: { singular: '事件', plural: '事件' },
  admin: {
    description: timelineWords.description,
    components: { RowLabel: '/components/EventLabel.tsx#EventLabel' },
  },
  fields: [
    { type: 'row', fields: [e.choice('kind', EVENT_KINDS, EVENT_KIND_LABELS), dateText(event, 'at')] },
    { type: 'row', fields: [e.one('department', 'departments'), e.text('body')] },
    e.area('text', 2),
    onlyFor('cadre-arrival', e.text('post')),
    onlyFor('objection', e.choice('upheld', OBJECTION_OUTCOMES, OBJECTION_OUTCOME_LABELS)),
    onlyFor('extension', dateText(event, 'until', { dayOnly: true, ahead: true })),
    { type: 'row', fields: [e.text('notice'), e.one('source', 'sources')] },
  ],
}

const callBack: Field = {
  name: 'satisfaction',
  label: satisfactionWords.label,
  type: 'group',
  admin: { description: satisfactionWords.description },
  fields: [
    {
      type: 'row',
      fields: [s.whole('asked'), s.whole('satisfied'), s.whole('households')].map((n) => ({
        ...n,
        required: false,
      })),
    },
  ],
}

/** One step of the way an editor takes through a case. */
const step = (label: string, fields: Field[]): Field => ({ type: 'collapsible', label, fields })

export const cases = recordCollection({
  slug: 'cases',
  group: '公开内容',
  title: 'title',
  columns: ['status', 'area', 'lead'],
  fields: [
    step('这是什么', [
      f.text('title'),
      f.key('reference'),
      {
        type: 'row',
        fields: [
          f.choice('kind', WHISTLE_KINDS, WHISTLE_KIND_LABELS),
          f.choice('urgency', URGENCIES, URGENCY_LABELS),
        ],
      },
      f.area('description', 5),
      f.many('duties', 'duties'),
    ]),
    step('在哪', [f.one('area', 'areas'), f.text('place')]),
    step('谁来', [
      f.one('lead', 'departments'),
      f.many('departments', 'departments'),
      { type: 'row', fields: [f.whole('arrivalHours'), f.whole('handlingDays')] },
    ]),
    step('经过', [timeline]),
    step('结果', [
      f.choice('status', CASE_STATES, CASE_STATE_LABELS),
      f.area('outcome'),
      f.area('openReason', 2),
      f.text('closedBy'),
      f.lines('evidence'),
      callBack,
      f.photos('photos'),
    ]),
    step('公开', [f.many('sources', 'sources')]),
    step('不公开', [
      privateText('reporterName', '反映人姓名', '回访时用。'),
      privateText('reporterPhone', '反映人电话', '回访时用。'),
      privateNote('internalNote', '内部备注', '编辑部自己看。'),
    ]),
  ],
})
