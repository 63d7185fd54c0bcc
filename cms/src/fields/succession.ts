import type { Field } from 'payload'
import type { z } from 'zod'
import { earlierName, type MergedTable } from '#domain/records/succession'
import { dateText } from './dateText.ts'
import { fieldsFrom } from './recordFields.ts'
import { wordsOf } from './words.ts'

const n = fieldsFrom(earlierName)
/** Only the act of merging writes it: it says first what will change, and asks why. */
const byTheAct = { create: () => false, update: () => false }

/** What an office or a place says of its past and its end, and the act of merging it. */
export function successionFields(table: MergedTable, schema: z.ZodObject): Field[] {
  const f = fieldsFrom(schema)
  const { label, description } = wordsOf(schema, 'earlierNames')
  const into = f.one('replacedBy', table)
  const day = dateText(schema, 'replacedOn', { dayOnly: true })
  const isMerged = (data: Record<string, unknown>) => Boolean(data.replacedBy)
  return [
    {
      name: 'merger',
      type: 'ui',
      admin: {
        position: 'sidebar',
        components: { Field: { path: '/mergers/MergePanel.tsx#MergePanel', clientProps: { table } } },
        disableListColumn: true,
      },
    },
    {
      name: 'earlierNames',
      label,
      type: 'array',
      labels: { singular: '从前的名称', plural: '从前的名称' },
      admin: { description, initCollapsed: true },
      fields: [{ type: 'row', fields: [n.text('name'), dateText(earlierName, 'until', { dayOnly: true })] }],
    },
    {
      ...into,
      access: byTheAct,
      admin: { ...into.admin, position: 'sidebar', readOnly: true, condition: isMerged },
    } as Field,
    {
      ...day,
      access: byTheAct,
      admin: { ...day.admin, position: 'sidebar', readOnly: true, condition: isMerged },
    } as Field,
  ]
}
