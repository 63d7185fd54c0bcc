import {
  everyList,
  listsOfCase,
  listsOfNotice,
  ownDepartments,
  type RowList,
  recordsOfList,
  rowFileTime,
  rowListPath,
} from '#domain/figures/rowLists'
import { datasetOf } from '#domain/published/datasets'
import type { Row } from '#domain/records/snapshot'
import { SCOPES } from '#domain/scope'
import { isMerged, partsLeft } from '#domain/world/partsLeft'
import type { Change, World } from '#domain/world/world'
import { pickedFiles } from '../tables/pickedFiles.ts'
import { keysTouched } from '../tables/tableNames.ts'
import type { RowsThatFollow } from '../tables/waitingRows.ts'
import { type ListFiles, WrittenLists } from '../tables/writtenLists.ts'

/** The text of a list: the lines of its records, of one department alone where it is its. */
function textOf(list: RowList, lists: WrittenLists): string {
  const { world } = lists.o
  const own = ownDepartments(list, world)
  const isOwn = own && ((line: { department: string | null }) => own.includes(line.department ?? ''))
  return lists.text(datasetOf(list.table), rowListPath(list), recordsOfList(list, world), isOwn)
}

/** The lists in which changes may change a row: of records as they were and are, of places a record left, of names told. */
function listsTouched(changes: readonly Change[], lists: ListFiles): Map<string, RowList> {
  const { world, lines } = lists
  const touched = new Map<string, RowList>()
  const take = (some: readonly RowList[]) => {
    for (const list of some) touched.set(rowListPath(list), list)
  }
  for (const change of changes) {
    const { table, before, after } = change
    if (table === 'cases') take(listsOfChange(change, lists))
    for (const row of [before, after])
      if (row && table === 'notices') take(listsOfNotice(row as Row<'notices'>, world))
    for (const id of ['cases', 'events'] as const)
      if (table !== 'cases')
        for (const key of keysTouched(datasetOf(id), change, world)) {
          const own = listsOfCase(world.need('cases', key), world)
          const isAnywhere = table === 'areas' || isMerged(change)
          take(isAnywhere ? own : own.filter((list) => !lines.hasStayed(datasetOf(list.table), key)))
        }
    if (table === 'departments')
      for (const number of world.noticesTo(change.key).numbers())
        take(listsOfNotice(world.need('notices', number), world))
    take(listsLeft(change, world))
  }
  return touched
}

/** The lists that a changed case has come to or left, and those in which it stays with other lines. */
function listsOfChange({ key, before, after }: Change, { world, lines }: ListFiles): RowList[] {
  const [was, is] = [before, after].map(
    (row) =>
      new Map(
        (row ? listsOfCase(row as Row<'cases'>, world) : []).map((list): [string, RowList] => [
          `${list.table} ${rowListPath(list)}`,
          list,
        ]),
      ),
  ) as [Map<string, RowList>, Map<string, RowList>]
  return [...was, ...is].flatMap(([name, list]) => {
    const stays = was.has(name) && is.has(name) && lines.hasStayed(datasetOf(list.table), key)
    return stays ? [] : [list]
  })
}

/** The lists that cases and notices may have left with a change of a place or a department: above it, and of its successors. */
function listsLeft(change: Change, world: World): RowList[] {
  const parts = partsLeft(change, world)
  return parts.flatMap((part) =>
    (['cases', 'events', 'notices'] as const).flatMap((table) =>
      SCOPES.flatMap((scope): RowList[] =>
        table === 'notices' && part.startsWith('area:') ? [] : [{ table, scope, part }],
      ),
    ),
  )
}

/**
 * The files of the lists that changes touch, in pieces of a list each: a blob by each address, null where a list has no
 * file or no longer one.
 * @param o.later is told which ones follow
 * @param changes null for every list
 */
export function* rowFiles(
  o: ListFiles & { later: RowsThatFollow },
  changes: readonly Change[] | null,
): Generator<void, Map<string, string | null>> {
  const files = new Map<string, string | null>()
  const written = new WrittenLists(o, changes)
  const lists = changes ? listsTouched(changes, o).values() : everyList(o.world)
  for (const list of lists) {
    const path = rowListPath(list)
    const time = rowFileTime(list, o.world)
    if (time === 'follows') o.later.add([path])
    else files.set(path, time === 'never' ? null : written.put(path, textOf(list, written)))
    yield
  }
  for (const [path, blob] of yield* pickedFiles(written, changes)) files.set(path, blob)
  return files
}
