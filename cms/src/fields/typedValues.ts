import type { FieldHook } from 'payload'
import { refuse } from '../hooks/refuse.ts'

type Hooks = { beforeValidate: FieldHook[] }

const isMissing = (value: unknown) => value === null || value === undefined
const isId = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'
const isNamed = (value: unknown): boolean =>
  isId(value) || (typeof value === 'object' && value !== null && 'id' in value && isId(value.id))

/**
 * A text in the one spelling in which the schema keeps it, drafts included. What a script sends instead of a text is
 * refused in words before anything tries to read it.
 */
export function textValue(label: string, clean: (text: string) => string): Hooks {
  return {
    beforeValidate: [
      ({ value }) => {
        if (isMissing(value)) return value
        return typeof value === 'string' ? clean(value) : refuse(`${label}：要写成文字`)
      },
    ],
  }
}

/** One record that is named: its id, or nothing. */
export function namedRecord(label: string): Hooks {
  return {
    beforeValidate: [
      ({ value }) =>
        isMissing(value) || value === '' || isNamed(value) ? value : refuse(`${label}：要给一条记录的编号`),
    ],
  }
}

/** Records that are named: a list of ids. */
export function namedRecords(label: string): Hooks {
  return {
    beforeValidate: [
      ({ value }) => {
        const isList = isMissing(value) || (Array.isArray(value) && value.every(isNamed))
        return isList ? value : refuse(`${label}：要给一列记录的编号`)
      },
    ],
  }
}
