import type { DutyBook } from '#domain/search/dutyBook'
import { bookOfColumns, COLUMNS_NAME, type DutyColumns } from '#domain/search/dutyColumns'
import { runScript } from './scriptFile.ts'
import { addressOf } from './siteRoot.ts'
import { readable } from './traditional.ts'

/** The file of the duty list, below the root of the site. A script, so that it opens from disk. */
const DUTIES = 'search/duties.js'

let loading: Promise<DutyBook> | null = null

/** The duty list for the finder, fetched once. A failure is not kept: the next call tries again. */
export function dutyBook(): Promise<DutyBook> {
  loading ??= runScript(addressOf(DUTIES))
    .then(async () => {
      const columns = (globalThis as { [COLUMNS_NAME]?: DutyColumns })[COLUMNS_NAME]
      if (!columns) throw new Error(`${DUTIES} 不完整，或是另一版的写法`)
      await readable(JSON.stringify(columns))
      return bookOfColumns(columns)
    })
    .catch((error) => {
      loading = null
      throw error
    })
  return loading
}
