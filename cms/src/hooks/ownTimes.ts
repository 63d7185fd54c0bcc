import type { CollectionBeforeChangeHook, GlobalBeforeValidateHook } from 'payload'
import { writeContext } from './writeContext.ts'

/** When a record was made is the clock's word and nobody's who sends it. */
export const ownTimes: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (writeContext(req.context).loading) return data
  if (operation === 'update') data.createdAt = originalDoc?.createdAt ?? data.createdAt
  else dropTimes(data)
  return data
}

/** The same of a global. */
export const globalOwnTimes: GlobalBeforeValidateHook = ({ data }) => {
  if (data) dropTimes(data)
  return data
}

function dropTimes(data: Record<string, unknown>): void {
  for (const name of ['createdAt', 'updatedAt']) delete data[name]
}
