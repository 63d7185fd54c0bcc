import type { TextareaField, TextField } from 'payload'
import { isSignedInField } from '../access/roles.ts'

/** A field that never leaves the newsroom: only signed-in people read it, and no `toX` names it. */
export function privateText(name: string, label: string, description: string): TextField {
  return {
    name,
    label,
    type: 'text',
    access: { read: isSignedInField },
    admin: { description: `${description}不公开。` },
  }
}

/** The same with room for several lines. */
export function privateNote(name: string, label: string, description: string): TextareaField {
  return { ...privateText(name, label, description), type: 'textarea' } as TextareaField
}
