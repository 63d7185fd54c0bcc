import type { DutyBook } from '#domain/search/dutyBook'
import { runScript } from './scriptFile.ts'
import { addressOf } from './siteRoot.ts'

/** The file of the duty list, below the root of the site. A script, so that it opens from disk. */
const DUTIES = 'search/duties.js'

let loading: Promise<DutyBook> | null = null

/** The duty list for the finder, fetched once. A failure is not kept: the next call tries again. */
export function dutyBook(): Promise<DutyBook> {
  loading ??= runScript(addressOf(DUTIES))
    .then(() => {
      const book = (globalThis as { shaoxiangDuties?: DutyBook }).shaoxiangDuties
      if (!book) throw new Error(`${DUTIES} 不完整`)
      return book
    })
    .catch((error) => {
      loading = null
      throw error
    })
  return loading
}
