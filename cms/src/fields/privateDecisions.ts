import type { JSONField } from 'payload'
import type { z } from 'zod'
import { fieldsOf } from '#domain/field'
import type { Place } from '../access/matrix.ts'
import { privateReading } from '../access/rights.ts'

/**
 * What was decided about private words in a record, by whom and why: a hook keeps it, and no `toX` names it. In the form
 * it is the list of what was found in the record's public fields, with the words marked.
 */
export function privateDecisions(place: Place, schema: z.ZodObject): JSONField {
  const labels = Object.fromEntries(fieldsOf(schema).map(({ name, title }) => [name, title]))
  return {
    name: 'privateDecisions',
    label: '隐私决定',
    type: 'json',
    access: { read: privateReading(place) },
    admin: {
      description: '哪些可能是隐私的文字留着、为什么、谁定的。不公开。',
      position: 'sidebar',
      components: {
        Field: { path: '/components/PrivateDecisions.tsx#PrivateDecisions', clientProps: { labels } },
      },
      disableListColumn: true,
    },
  }
}
