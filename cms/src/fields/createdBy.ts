import type { RelationshipField } from 'payload'
import { isSignedInField } from '../access/rights.ts'

/** Who made a record: it stays that person's. A hook sets it. */
export const createdBy: RelationshipField = {
  name: 'createdBy',
  label: '由谁建的',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  access: { read: isSignedInField, create: () => false, update: () => false },
  admin: { readOnly: true, position: 'sidebar' },
}
