import type { FlattenedField } from 'payload'

const STANDING = ['id', 'createdAt', 'updatedAt', '_status']
/** What every version has beside the record. */
const OF_VERSIONS = ['id', 'parent', 'createdAt', 'updatedAt', 'latest', 'autosave']
/** What a reference of several kinds consists of. */
const OF_REFERENCES = ['relationTo', 'value']

/** Whether a path leads to a field of these that people may read, and not on into another record. */
export function isOwn(fields: FlattenedField[], path: string): boolean {
  if (STANDING.includes(path)) return true
  const [name, ...rest] = path.split('.')
  const field = fields.find((each) => 'name' in each && each.name === name)
  if (!field || ('hidden' in field && field.hidden)) return false
  if (rest.length === 0) return true
  if ('flattenedFields' in field && field.flattenedFields) return isOwn(field.flattenedFields, rest.join('.'))
  return 'relationTo' in field && Array.isArray(field.relationTo) && OF_REFERENCES.includes(rest.join('.'))
}

/** The same of a version of a record with these fields. */
export function isOfVersion(fields: FlattenedField[], path: string): boolean {
  if (OF_VERSIONS.includes(path)) return true
  return path.startsWith('version.') && isOwn(fields, path.slice('version.'.length))
}
