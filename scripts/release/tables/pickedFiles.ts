import { PICKED_LISTS, type PickedList, pickedPath } from '#domain/figures/pickedLists'
import { MOST_ROWS_OF_A_LIST } from '#domain/figures/rowLists'
import type { Statistics } from '#domain/figures/statistics'
import { datasetOf } from '#domain/published/datasets'
import type { DataRow } from '#domain/published/twinColumns'
import type { Row } from '#domain/records/snapshot'
import { SCOPES, type Scope, scopeOf } from '#domain/scope'
import { whistleKey } from '#domain/world/caseList'
import { idOfKey, monthOfTime, timeOfKey } from '#domain/world/timedKeys'
import type { Change, World } from '#domain/world/world'
import type { Store } from '../store/store.ts'
import { csvHead, csvRows } from './tableFiles.ts'
import { keysTouched } from './tableNames.ts'

/** One file: all rows of a list and scope, or those of cases whistled in a month. */
type PickedFile = { list: PickedList; scope: Scope; month?: string }
type Made = { store: Store; world: World; statistics: Statistics }

/**
 * The CSV files of the picked lists that changes touch, a piece each: a blob by each address, null where a file has no
 * rows, or more than one file may have.
 * @param changes null for every file
 */
export function* pickedFiles(
  o: Made,
  changes: readonly Change[] | null,
): Generator<void, Map<string, string | null>> {
  const files = new Map<string, string | null>()
  for (const file of changes ? filesTouched(o, changes) : everyFile(o)) {
    const path = pickedPath(file.list, file.scope, file.month)
    if (files.has(path)) continue
    files.set(path, write(o, file, path))
    yield
  }
  return files
}

function everyFile({ statistics }: Made): PickedFile[] {
  return PICKED_LISTS.flatMap((list) =>
    SCOPES.flatMap((scope) => [
      { list, scope },
      ...statistics.picked
        .timed(list.id)
        .months()
        .map((month) => ({ list, scope, month })),
    ]),
  )
}

function filesTouched(o: Made, changes: readonly Change[]): PickedFile[] {
  return changes.flatMap((change) =>
    casesTouched(o.world, change).flatMap((c) => {
      const facts = o.statistics.factsOf(c)
      const scope = scopeOf(c)
      const month = monthOfTime(timeOfKey(whistleKey(c)))
      const own = PICKED_LISTS.filter((list) => list.picks(c, facts).length > 0)
      return own.flatMap((list): PickedFile[] => [
        { list, scope },
        ...(list.id === 'slowest' ? [] : [{ list, scope, month }]),
      ])
    }),
  )
}

/** The cases whose rows a change may alter, as they were and as they are. */
function casesTouched(world: World, change: Change): Row<'cases'>[] {
  const { table, before, after } = change
  if (table === 'cases') return [before, after].filter((c) => c !== undefined)
  const keys = (['cases', 'events'] as const).flatMap((id) => keysTouched(datasetOf(id), change, world))
  return [...new Set(keys)].map((key) => world.need('cases', key))
}

function write(o: Made, { list, scope, month }: PickedFile, path: string): string | null {
  const { store, world, statistics } = o
  const { picked } = statistics
  if (!month && picked.rows(list.id, scope) > MOST_ROWS_OF_A_LIST) return null
  const timed = picked.timed(list.id)
  const months = month ? [month] : timed.months()
  const references =
    list.id === 'slowest' ? picked.slowest(scope) : months.flatMap((m) => timed.inMonth(m)).map(idOfKey)
  const dataset = datasetOf(list.table)
  const rows = references.flatMap((reference): DataRow[] => {
    const c = world.need('cases', reference)
    if (scopeOf(c) !== scope) return []
    const all = dataset.rowsOf(c, world, statistics)
    return list.picks(c, statistics.factsOf(c)).map((at) => all[at] as DataRow)
  })
  if (rows.length === 0 || rows.length > MOST_ROWS_OF_A_LIST) return null
  return store.blobs.putText(csvHead(dataset) + csvRows(dataset, rows), path)
}
