import type { CollectionBeforeChangeHook } from 'payload'
import { writeContext } from './writeContext.ts'

/** Who made a record is who was signed in then, and nobody's word later. */
export const keepCreator: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (writeContext(req.context).loading) return data
  data.createdBy = operation === 'create' ? req.user?.id : originalDoc?.createdBy
  return data
}
