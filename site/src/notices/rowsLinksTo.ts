import { type RowList, rowListPath } from '#domain/figures/rowLists'
import { SCOPE_LABELS, SCOPES } from '#domain/scope'
import type { World } from '#domain/world/world'
import type { RowsLink } from '../lists/pickedFileLinks.ts'
import { filterWords, rowsFile, withMerged } from '../numbers/rowsLink.ts'
import { dataFile } from '../urls.ts'

/** The file of the notices to a department, one for each scope that has any; the whole table where they are too many. */
export function rowsLinksTo(department: string, world: World): RowsLink[] {
  return SCOPES.flatMap((scope) => {
    if (world.noticesTo(department).timed.sizeOf(scope) === 0) return []
    const list: RowList = { table: 'notices', scope, part: `department:${department}` }
    const label = `${SCOPE_LABELS[scope]}的这些行`
    return rowsFile(list, world)
      ? [{ href: rowListPath(list), text: `${label}（CSV）` }]
      : [
          {
            href: dataFile('notices', 'csv'),
            text: `${label}在notices.csv里，${filterWords('department', 'notices', withMerged(list, world))}`,
          },
        ]
  })
}
