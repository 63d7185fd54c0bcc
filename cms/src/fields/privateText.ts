import type { TextareaField, TextField } from 'payload'
import { cleanLine, cleanText } from '#domain/cleanText'
import { isSignedInField } from '../access/roles.ts'
import { textValue } from './typedValues.ts'

/** A field that never leaves the newsroom: only signed-in people read it, and no `toX` names it. */
export function privateText(name: string, label: string, description: string): TextField {
  return {
    name,
    label,
    type: 'text',
    access: { read: isSignedInField },
    hooks: textValue(label, cleanLine),
    admin: { description: `${description}不公开。` },
  }
}

/** The same with room for several lines. */
export function privateNote(name: string, label: string, description: string): TextareaField {
  const text = privateText(name, label, description)
  return { ...text, type: 'textarea', hooks: textValue(label, cleanText) } as TextareaField
}
