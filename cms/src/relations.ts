import type { TableName } from '#domain/records/snapshot'

export type Target = TableName | 'media'

/** Every place where one record names another: forms, snapshot, loader and the refusals all read this list. */
export const RELATIONS: readonly { from: TableName; path: string; to: Target }[] = [
  { from: 'areas', path: 'parent', to: 'areas' },
  { from: 'areas', path: 'replacedBy', to: 'areas' },
  { from: 'departments', path: 'replacedBy', to: 'departments' },
  { from: 'duties', path: 'lead', to: 'departments' },
  { from: 'duties', path: 'responsible', to: 'departments' },
  { from: 'cases', path: 'area', to: 'areas' },
  { from: 'cases', path: 'duties', to: 'duties' },
  { from: 'cases', path: 'lead', to: 'departments' },
  { from: 'cases', path: 'departments', to: 'departments' },
  { from: 'cases', path: 'timeline.department', to: 'departments' },
  { from: 'cases', path: 'timeline.source', to: 'sources' },
  { from: 'cases', path: 'sources', to: 'sources' },
  { from: 'cases', path: 'photos', to: 'media' },
  { from: 'notices', path: 'recipient', to: 'departments' },
  { from: 'notices', path: 'case', to: 'cases' },
  { from: 'review-meetings', path: 'cases', to: 'cases' },
  { from: 'practices', path: 'area', to: 'areas' },
  { from: 'practices', path: 'cases', to: 'cases' },
  { from: 'practices', path: 'sources', to: 'sources' },
  { from: 'reported-figures', path: 'source', to: 'sources' },
  { from: 'pages', path: 'sources', to: 'sources' },
]

/** A relation as Payload gives it: an id, a populated record, or nothing. */
export type Relation = number | string | { id: number | string } | null | undefined

/** The id in a relation as text (SQLite numbers, MongoDB strings); undefined when nothing is named. */
export function idOf(value: Relation): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  return String(typeof value === 'object' ? value.id : value)
}

/** All ids that a record names at a path such as `lead` or `timeline.department`. */
export function idsAt(record: object, path: string): string[] {
  const dot = path.indexOf('.')
  const value = (record as Record<string, unknown>)[dot < 0 ? path : path.slice(0, dot)]
  const rest = path.slice(dot + 1)
  const ids: string[] = []
  for (const item of Array.isArray(value) ? value : [value]) {
    if (dot >= 0) {
      if (item) ids.push(...idsAt(item as object, rest))
      continue
    }
    const id = idOf(item as Relation)
    if (id !== undefined) ids.push(id)
  }
  return ids
}
