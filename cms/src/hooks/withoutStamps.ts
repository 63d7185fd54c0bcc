import type { CollectionBeforeValidateHook, GlobalBeforeValidateHook } from 'payload'

/** When a record was made and saved is what the database says, whatever a client sends. */
export const withoutStamps: CollectionBeforeValidateHook = ({ data }) => dropStamps(data)

/** The same of a global. */
export const globalWithoutStamps: GlobalBeforeValidateHook = ({ data }) => dropStamps(data)

function dropStamps<D>(data: D): D {
  for (const name of ['createdAt', 'updatedAt']) delete (data as Record<string, unknown> | undefined)?.[name]
  return data
}
