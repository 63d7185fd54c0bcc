import type { SelectField, TextareaField } from 'payload'
import { cleanText } from '#domain/cleanText'
import { CHANGE_KIND_LABELS, CHANGE_KINDS } from '#domain/vocabulary'
import { textValue } from './typedValues.ts'

/**
 * Where a person says what a change of something public is, and why. What stands here belongs to the next publication
 * only, and is empty after it.
 * @param isKept whether a draft keeps it; what is public as soon as it is saved does not
 */
export function noteFields({ isKept = true } = {}): [TextareaField, SelectField] {
  const kept = isKept ? {} : { virtual: true as const }
  return [
    {
      name: 'changeNote',
      label: '变更说明',
      type: 'textarea',
      ...kept,
      hooks: textValue('变更说明', cleanText),
      admin: {
        rows: 3,
        description:
          '这次改了什么、为什么。读者会看到；只属于这一次，公开以后这里就空了。首次公开、只往后加事件都不用写。',
      },
    },
    {
      name: 'changeKind',
      label: '变更种类',
      type: 'select',
      ...kept,
      options: CHANGE_KINDS.map((value) => ({ value, label: CHANGE_KIND_LABELS[value] })),
      admin: { description: '更正：原来的不对；补充：原来的不全；勘误：只改错别字，可以不写说明。' },
    },
  ]
}
