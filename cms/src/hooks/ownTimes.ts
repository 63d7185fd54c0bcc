import type { CollectionBeforeChangeHook } from 'payload'
import { writeContext } from './writeContext.ts'

/** When a record was made is the clock's word and nobody's who sends it. */
export const ownTimes: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (writeContext(req.context).loading) return data
  if (operation === 'update') data.createdAt = originalDoc?.createdAt ?? data.createdAt
  else for (const name of ['createdAt', 'updatedAt']) delete data[name]
  return data
}
