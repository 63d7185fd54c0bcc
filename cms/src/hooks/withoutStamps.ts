import type { CollectionBeforeValidateHook } from 'payload'

/** When a record was made and saved is what the database says, whatever a client sends. */
export const withoutStamps: CollectionBeforeValidateHook = ({ data }) => {
  if (data) for (const name of ['createdAt', 'updatedAt']) delete data[name]
  return data
}
