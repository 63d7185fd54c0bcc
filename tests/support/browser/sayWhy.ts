import type { Page } from 'playwright-core'

/** Writes in an open form why something public changes, and that it is a correction. */
export async function sayWhy(page: Page, words: string): Promise<void> {
  await page.locator('textarea[name=changeNote]').fill(words)
  await page.locator('#field-changeKind .react-select').click()
  await page.locator('#field-changeKind').getByText('更正', { exact: true }).first().click()
}
