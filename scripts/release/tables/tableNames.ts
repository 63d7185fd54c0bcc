import type { NamedTable } from '#domain/naming'
import type { Dataset } from '#domain/published/datasets'
import type { TableName } from '#domain/records/snapshot'
import type { Change, World } from '#domain/world/world'

/** Cases whose rows tell a record's name, or what lies above it. */
const CASES_TELLING: Record<Exclude<NamedTable, 'categories'>, (key: string, world: World) => string[]> = {
  departments: (key, world) => [...world.casesBy('department', key), ...world.casesBy('told', key)],
  areas: (key, world) => [...world.casesBy('area', key)],
  duties: (key, world) => [...world.casesBy('duty', key)],
  sources: (key, world) => [...world.casesBy('source', key)],
}

/** What of a record other rows tell: a change of anything else leaves them as they are. */
const TOLD = ['name', 'title', 'publisher', 'parent', 'level', 'replacedBy']

/** Whether a change of a record changes rows of a table that tell of it by name. */
function isRenamedIn({ names }: Dataset, { table, before, after }: Change): boolean {
  if (!isNamed(table) || !names.has(table)) return false
  const [was, is] = [before, after].map((row) => (row ?? {}) as Record<string, unknown>)
  return TOLD.some((name) => was?.[name] !== is?.[name])
}

/** Keys of the records of a table whose rows a change touches: its own, and those that tell its name. */
export function keysTouched(dataset: Dataset, change: Change, world: World): readonly string[] {
  const own = change.table === dataset.table ? [change.key] : []
  if (!isRenamedIn(dataset, change)) return own
  if (dataset.table !== 'cases') return [...own, ...world.keys(dataset.table).slice(0, 1)]
  return isNamed(change.table) ? CASES_TELLING[change.table](change.key, world) : own
}

function isNamed(table: TableName): table is Exclude<NamedTable, 'categories'> & TableName {
  return table in CASES_TELLING
}
