import type { CollectionBeforeOperationHook, FlattenedField, SanitizedConfig, Where } from 'payload'
import { refuse } from './hooks/refuse.ts'
import { MOST_RECORDS } from './rest/boundedQuery.ts'
import { isOfVersion, isOwn } from './rest/ownFields.ts'

type Read = {
  limit?: number
  pagination?: boolean
  sort?: string | string[]
  where?: Where
  overrideAccess?: boolean
}

/**
 * Holds every read in somebody's name in bounds, by whatever way it comes: the pages of the admin and its functions take
 * queries too, also out of what a person has stored as a preference. It sorts and filters by the collection's own fields
 * that people may read, and answers with as many records as REST does. Throws in words (400).
 */
export function withBoundedReads(config: SanitizedConfig): SanitizedConfig {
  for (const { hooks, flattenedFields } of config.collections)
    hooks.beforeOperation.unshift(boundRead(flattenedFields))
  return config
}

const boundRead =
  (fields: FlattenedField[]): CollectionBeforeOperationHook =>
  ({ args, operation, overrideAccess }) => {
    if (operation !== 'read' || overrideAccess !== false) return args
    const { limit, pagination, sort, where } = args as Read
    const sorted = (Array.isArray(sort) ? sort : String(sort ?? '').split(','))
      .map((path) => String(path).trim().replace(/^-/, '').replaceAll('__', '.'))
      .filter((path) => path !== '')
    const foreign = [...sorted, ...pathsOf(where)].find(
      (path) => !isOwn(fields, path) && !isOfVersion(fields, path),
    )
    if (foreign !== undefined)
      refuse(`不能按“${foreign.slice(0, 40)}”查找或排序：只能用这种记录自己的、可以读的字段`)
    const isAll = limit === 0 || (limit === undefined && pagination === false)
    if (!isAll && !(Number(limit ?? 0) > MOST_RECORDS)) return args
    return { ...args, limit: MOST_RECORDS }
  }

/** The fields by which a filter goes, however it is nested. */
function pathsOf(where: unknown): string[] {
  if (Array.isArray(where)) return where.flatMap(pathsOf)
  if (!where || typeof where !== 'object') return []
  return Object.entries(where).flatMap(([name, value]) =>
    /^(and|or)$/i.test(name) ? pathsOf(value) : [name.replaceAll('__', '.')],
  )
}
