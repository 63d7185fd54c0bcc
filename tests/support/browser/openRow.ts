import type { Locator, Page } from 'playwright-core'
import { within } from '../product/startedProduct.ts'

/**
 * Opens a record from a list of the admin. A list that wakes up writes its address again, and a press in that moment leads
 * nowhere: it is pressed until the record is there.
 */
export async function openRow(page: Page, row: Locator): Promise<void> {
  const isThere = () => /\/collections\/[\w-]+\/(?!create|trash)\w+$/.test(new URL(page.url()).pathname)
  const isOpened = await within(90_000, async () => {
    await row.click({ timeout: 2_000 }).catch(() => {})
    return within(5_000, isThere)
  })
  if (!isOpened) throw new Error(`no record was opened from ${page.url()}`)
}
