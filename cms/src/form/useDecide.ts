'use client'
import { useAllFormFields, useField } from '@payloadcms/ui'
import type { FindInForm } from '../endpoints/privateFinds.ts'

/** A decision; one that was recorded with a save says when. */
type Given = { find: string; kind: string; decision: 'kept' | 'masked'; reason?: string; at?: string }

/** Where a form keeps what was decided of private words. */
const PATH = 'privateDecisions'

/** What was decided of private words in the open form, and the ways to decide: to mask them, or to keep them for a reason. */
export function useDecide() {
  const [fields, change] = useAllFormFields()
  const { value, setValue } = useField<Given[] | null>({ path: PATH })
  const decided = value ?? []
  const decide = ({ find, kind }: FindInForm, decision: Given['decision'], reason?: string) =>
    setValue([...decided, { find, kind, decision, ...(reason ? { reason } : {}) }])
  return {
    unsaved: decided.filter(({ at }) => at === undefined).length,
    isKept: ({ find }: FindInForm) => decided.some((d) => d.find === find && d.decision === 'kept'),
    keep: (find: FindInForm, reason: string) => decide(find, 'kept', reason),
    mask(find: FindInForm) {
      const text = fields[find.path]?.value as string
      if (text.slice(find.start, find.end) !== find.text) return
      const value = text.slice(0, find.start) + find.masked + text.slice(find.end)
      change({ type: 'UPDATE', path: find.path, value })
      decide(find, 'masked')
    },
  }
}
