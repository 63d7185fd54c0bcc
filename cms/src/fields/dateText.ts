import type { TextField } from 'payload'
import type { z } from 'zod'
import { shanghaiMoment } from '#domain/dates'
import { readTypedDate, typedDateFault } from '#domain/typedDate'
import type { Need } from './recordFields.ts'
import { textValue } from './typedValues.ts'
import { wordsOf } from './words.ts'

/**
 * A date as precise as it is known, kept as text (`2022-11`). What an editor types is brought into the one form;
 * what cannot be read is refused in words. `dayOnly` asks for a full day; what may lie `ahead` is read as the nearest
 * such day where the year is left out.
 */
export function dateText(
  schema: z.ZodObject,
  name: string,
  given: { dayOnly?: boolean; need?: Need; ahead?: boolean } = {},
): TextField {
  const { label, description, optional } = wordsOf(schema, name)
  const always = !optional && given.need === 'always'
  return {
    name,
    label,
    type: 'text',
    required: always,
    admin: {
      description: optional || always ? description : `${description}发布前必填。`,
      components: {
        Field: {
          path: '/form/DateField.tsx#DateField',
          clientProps: { dayOnly: given.dayOnly === true, ahead: given.ahead === true },
        },
      },
    },
    hooks: {
      beforeValidate: textValue(label, (typed) => {
        const around = { now: shanghaiMoment(Date.now()), ahead: given.ahead === true }
        return readTypedDate(typed, around) ?? typed
      }).beforeValidate,
    },
    validate: (value: unknown) => {
      if (value === null || value === undefined || value === '') return !always || `${label}没有填`
      const fault = typedDateFault(String(value))
      if (typeof value !== 'string' || fault !== null) return `${label}“${String(value)}”${fault}`
      if (given.dayOnly && value.length !== 10) return `${label}“${value}”要写到日，例如 11月30日`
      return true
    },
  }
}
