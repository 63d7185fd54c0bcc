import type { TextareaField, TextField } from 'payload'
import { cleanLine, cleanText } from '#domain/cleanText'
import type { Place } from '../access/matrix.ts'
import { privateReading } from '../access/rights.ts'
import { textValue } from './typedValues.ts'

/** A field that never leaves the newsroom: those read it to whom the matrix opens it, and no `toX` names it. */
export function privateText(place: Place, name: string, label: string, description: string): TextField {
  return {
    name,
    label,
    type: 'text',
    access: { read: privateReading(place) },
    hooks: textValue(label, cleanLine),
    admin: { description: `${description}不公开。` },
  }
}

/** The same with room for several lines. */
export function privateNote(place: Place, name: string, label: string, description: string): TextareaField {
  const text = privateText(place, name, label, description)
  return { ...text, type: 'textarea', hooks: textValue(label, cleanText) } as TextareaField
}
