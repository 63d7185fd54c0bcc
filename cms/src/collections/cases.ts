import type { CheckboxField, Field, SelectField, TextField, UIField } from 'payload'
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
const unaskedWords = wordsOf(event, 'unasked')
const timelineWords = wordsOf(caseFields, 'timeline')
const satisfactionWords = wordsOf(caseFields, 'satisfaction')

/** A field that the form shows for events of one kind. */
const onlyFor = <F extends SelectField | TextField | CheckboxField>(kind: EventKind, field: F): F => ({
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
    initCollapsed: true,
    components: { RowLabel: '/caseForm/EventLabel.tsx#EventLabel' },
  },
  fields: [
    { type: 'row', fields: [e.choice('kind', EVENT_KINDS, EVENT_KIND_LABELS), dateText(event, 'at')] },
    { type: 'row', fields: [e.one('department', 'departments'), e.text('body')] },
    e.area('text', 2),
    onlyFor('cadre-arrival', e.text('post')),
    onlyFor('objection', e.choice('upheld', OBJECTION_OUTCOMES, OBJECTION_OUTCOME_LABELS)),
    onlyFor('arrival', {
      name: 'unasked',
      type: 'checkbox',
      label: unaskedWords.label,
      admin: { description: unaskedWords.description },
    }),
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
      // All of it may be missing, so none of it is asked for.
      fields: (['asked', 'satisfied', 'households'] as const).map((name) => ({
        ...s.whole(name),
        required: false,
        admin: { description: wordsOf(satisfaction, name).description },
      })),
    },
  ],
}

/** A field in the form of a component of ours. */
const shownBy = <F extends Field>(field: F, component: string): F =>
  ({
    ...field,
    admin: { ...field.admin, components: { ...field.admin?.components, Field: component } },
  }) as F

const inSidebar = <F extends TextField>(field: F): F => ({
  ...field,
  // The newsroom gives it at the first save: `giveReference`.
  validate: () => true,
  admin: { ...field.admin, position: 'sidebar' },
})

/** A part of the form without a value of its own. */
const part = (name: string, component: string, admin: UIField['admin'] = {}): UIField => ({
  name,
  type: 'ui',
  admin: { ...admin, components: { Field: component }, disableListColumn: true },
})

export const cases = recordCollection({
  slug: 'cases',
  group: '公开内容',
  title: 'title',
  columns: ['status', 'area', 'lead'],
  fields: [
    part('likeThis', '/caseForm/LikeThis.tsx#LikeThis', { position: 'sidebar' }),
    part('derivation', '/caseForm/CaseDerivation.tsx#CaseDerivation', { position: 'sidebar' }),
    inSidebar(shownBy(f.key('reference'), '/caseForm/ReferenceField.tsx#ReferenceField')),
    {
      type: 'tabs',
      tabs: [
        {
          label: '什么事、在哪',
          fields: [
            f.text('title'),
            {
              type: 'row',
              fields: [
                f.choice('kind', WHISTLE_KINDS, WHISTLE_KIND_LABELS),
                f.choice('urgency', URGENCIES, URGENCY_LABELS),
              ],
            },
            {
              type: 'row',
              fields: [shownBy(f.one('area', 'areas'), '/caseForm/AreaField.tsx#AreaField'), f.text('place')],
            },
            f.area('description', 5),
            shownBy(f.many('duties', 'duties'), '/caseForm/DutiesField.tsx#DutiesField'),
            { type: 'row', fields: [f.whole('arrivalHours'), f.whole('handlingDays')] },
          ],
        },
        {
          label: '谁来、经过',
          fields: [
            { ...f.one('lead', 'departments'), admin: { hidden: true } },
            shownBy(f.many('departments', 'departments'), '/caseForm/CallGrid.tsx#CallGrid'),
            part('eventLine', '/caseForm/EventLine.tsx#EventLine'),
            timeline,
          ],
        },
        {
          label: '结果',
          fields: [
            shownBy(
              f.choice('status', CASE_STATES, CASE_STATE_LABELS),
              '/caseForm/StateField.tsx#StateField',
            ),
            f.area('outcome'),
            f.area('openReason', 2),
            f.text('closedBy'),
            f.lines('evidence'),
            callBack,
          ],
        },
        {
          label: '照片、来源',
          fields: [
            f.photos('photos'),
            part('photoTexts', '/caseForm/PhotoTexts.tsx#PhotoTexts'),
            f.many('sources', 'sources'),
          ],
        },
        {
          label: '不公开',
          fields: [
            privateText('cases', 'reporterName', '反映人姓名', '回访时用。'),
            privateText('cases', 'reporterPhone', '反映人电话', '回访时用。'),
            privateNote('cases', 'internalNote', '内部备注', '编辑部自己看。'),
          ],
        },
      ],
    },
  ],
})
