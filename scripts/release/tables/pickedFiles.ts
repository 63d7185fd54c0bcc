import { PICKED_LISTS, type PickedList, pickedPath } from '#domain/figures/pickedLists'
import { MOST_ROWS_OF_A_LIST } from '#domain/figures/rowLists'
import { type DatasetId, datasetOf } from '#domain/published/datasets'
import type { Row } from '#domain/records/snapshot'
import { SCOPES, type Scope, scopeOf } from '#domain/scope'
import { whistleKey } from '#domain/world/caseList'
import { idOfKey, monthOfTime, timeOfKey } from '#domain/world/timedKeys'
import type { Change, World } from '#domain/world/world'
import { keysTouched } from './tableNames.ts'
import type { ListFiles, WrittenLists } from './writtenLists.ts'

/** One file: all rows of a list and scope, or those of cases whistled in a month. */
type PickedFile = { list: PickedList; scope: Scope; month?: string }

/**
 * The CSV files of the picked lists that changes touch, a piece each: a blob by each address, null where a file has no
 * rows, or more than one file may have.
 * @param changes null for every file
 */
export function* pickedFiles(
  lists: WrittenLists,
  changes: readonly Change[] | null,
): Generator<void, Map<string, string | null>> {
  const files = new Map<string, string | null>()
  for (const file of changes ? filesTouched(lists.o, changes) : everyFile(lists.o)) {
    const path = pickedPath(file.list, file.scope, file.month)
    if (files.has(path)) continue
    files.set(path, lists.put(path, textOf(lists, file, path)))
    yield
  }
  return files
}

function everyFile({ statistics }: ListFiles): PickedFile[] {
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

function filesTouched(o: ListFiles, changes: readonly Change[]): PickedFile[] {
  return changes.flatMap((change) =>
    casesTouched(o.world, change).flatMap((c) => {
      const facts = o.statistics.factsOf(c)
      const scope = scopeOf(c)
      const month = monthOfTime(timeOfKey(whistleKey(c)))
      // What picks a row stands in its columns: where they are the same, so is the list.
      const isOther = (id: DatasetId) => !o.lines.hasStayed(datasetOf(id), c.reference)
      const own = PICKED_LISTS.filter((list) => isOther(list.table) && list.picks(c, facts).length > 0)
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

function textOf(lists: WrittenLists, { list, scope, month }: PickedFile, path: string): string | null {
  const { world, statistics } = lists.o
  const { picked } = statistics
  if (!month && picked.rows(list.id, scope) > MOST_ROWS_OF_A_LIST) return null
  const timed = picked.timed(list.id)
  const months = month ? [month] : timed.months()
  const references =
    list.id === 'slowest' ? picked.slowest(scope) : months.flatMap((m) => timed.inMonth(m)).map(idOfKey)
  const own = references.map((key) => world.need('cases', key)).filter((c) => scopeOf(c) === scope)
  const picks = new Map(own.map((c) => [c.reference, list.picks(c, statistics.factsOf(c))]))
  const rows = [...picks.values()].reduce((sum, { length }) => sum + length, 0)
  if (rows === 0 || rows > MOST_ROWS_OF_A_LIST) return null
  const isPicked = (_line: unknown, at: number, key: string) => picks.get(key)?.includes(at) === true
  return lists.text(datasetOf(list.table), path, [...picks.keys()], isPicked)
}
