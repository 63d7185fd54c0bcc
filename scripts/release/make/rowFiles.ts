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
import type { Statistics } from '#domain/figures/statistics'
import { type Dataset, datasetOf } from '#domain/published/datasets'
import type { Row } from '#domain/records/snapshot'
import type { Change, World } from '#domain/world/world'
import type { Store } from '../store/store.ts'
import { pickedFiles } from '../tables/pickedFiles.ts'
import { csvHead, csvRows } from '../tables/tableFiles.ts'
import { keysTouched } from '../tables/tableNames.ts'
import type { RowsThatFollow } from '../tables/waitingRows.ts'

/** Records whose lines are kept while lists are made: a record stands in a dozen of them. */
const MOST_KEPT = 4_000

/** Writes the CSV files of lists of rows. The lines of a record are made once for all the lists that are made together. */
class RowFiles {
  private readonly lines = new Map<string, string>()
  private readonly o: { store: Store; world: World; statistics: Statistics }

  constructor(o: RowFiles['o']) {
    this.o = o
  }

  /** Stores a list's file and returns its blob. */
  write(list: RowList): string {
    const { store, world } = this.o
    const dataset = datasetOf(list.table)
    const lines = recordsOfList(list, world).map((key) => this.linesOf(dataset, key, ownDepartment(list)))
    return store.blobs.putText(csvHead(dataset) + lines.join(''), rowListPath(list))
  }

  private linesOf(dataset: Dataset, key: string, department: string | null): string {
    const name = `${dataset.id} ${key} ${department ?? ''}`
    const known = this.lines.get(name)
    if (known !== undefined) return known
    const { world, statistics } = this.o
    const rows = dataset.rowsOf(world.need(dataset.table, key), world, statistics)
    const text = csvRows(dataset, department ? rows.filter((row) => row.department === department) : rows)
    if (this.lines.size >= MOST_KEPT) this.lines.clear()
    this.lines.set(name, text)
    return text
  }
}

/** The lists in which changes may change a row: of records as they were and are, of places a record left, of names told. */
function listsTouched(changes: readonly Change[], world: World): Map<string, RowList> {
  const lists = new Map<string, RowList>()
  const take = (some: readonly RowList[]) => {
    for (const list of some) lists.set(rowListPath(list), list)
  }
  for (const change of changes) {
    const { table, before, after } = change
    for (const row of [before, after]) {
      if (row && table === 'cases') take(listsOfCase(row as Row<'cases'>, world))
      if (row && table === 'notices') take(listsOfNotice(row as Row<'notices'>))
    }
    for (const id of ['cases', 'events'] as const)
      if (table !== 'cases')
        for (const key of keysTouched(datasetOf(id), change, world))
          take(listsOfCase(world.need('cases', key), world))
    if (table === 'departments')
      for (const number of world.noticesTo(change.key).numbers())
        take(listsOfNotice(world.need('notices', number)))
    if (table === 'areas') take(placesLeft(before as Row<'areas'> | undefined, world))
  }
  return lists
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
  o: { store: Store; world: World; statistics: Statistics; later: RowsThatFollow },
  changes: readonly Change[] | null,
): Generator<void, Map<string, string | null>> {
  const files = new Map<string, string | null>()
  const made = new RowFiles(o)
  const lists = changes ? listsTouched(changes, o.world).values() : everyList(o.world)
  for (const list of lists) {
    const path = rowListPath(list)
    const time = rowFileTime(list, o.world)
    if (time === 'follows') o.later.add([path])
    else files.set(path, time === 'never' ? null : made.write(list))
    yield
  }
  for (const [path, blob] of yield* pickedFiles(o, changes)) files.set(path, blob)
  return files
}
