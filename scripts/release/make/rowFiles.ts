import {
  everyList,
  listsOfCase,
  listsOfNotice,
  ownDepartment,
  type RowList,
  recordsOfList,
  rowFileTime,
  rowListPath,
} from '#domain/figures/rowLists'
import { datasetOf } from '#domain/published/datasets'
import type { Row } from '#domain/records/snapshot'
import type { Change, World } from '#domain/world/world'
import { pickedFiles } from '../tables/pickedFiles.ts'
import { keysTouched } from '../tables/tableNames.ts'
import type { RowsThatFollow } from '../tables/waitingRows.ts'
import { type ListFiles, WrittenLists } from '../tables/writtenLists.ts'

/** The text of a list: the lines of its records, of one department alone where it is its. */
function textOf(list: RowList, lists: WrittenLists): string {
  const { world } = lists.o
  const own = ownDepartment(list)
  const isOwn = own === null ? null : (line: { department: string | null }) => line.department === own
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
      if (row && table === 'notices') take(listsOfNotice(row as Row<'notices'>))
    for (const id of ['cases', 'events'] as const)
      if (table !== 'cases')
        for (const key of keysTouched(datasetOf(id), change, world)) {
          const own = listsOfCase(world.need('cases', key), world)
          take(table === 'areas' ? own : own.filter((list) => !lines.hasStayed(datasetOf(list.table), key)))
        }
    if (table === 'departments')
      for (const number of world.noticesTo(change.key).numbers())
        take(listsOfNotice(world.need('notices', number)))
    if (table === 'areas') take(placesLeft(before as Row<'areas'> | undefined, world))
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

/** The lists of the places above an area as it was: its cases may have left them. */
function placesLeft(before: Row<'areas'> | undefined, world: World): RowList[] {
  const places = before?.parent ? world.areaPath(before.parent) : []
  return places.flatMap((place) =>
    (['cases', 'events'] as const).flatMap((table) =>
      (['real', 'sample'] as const).map((scope): RowList => ({ table, scope, part: `area:${place}` })),
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
