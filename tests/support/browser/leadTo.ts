import type { Page } from 'playwright-core'
import { within } from '../product/startedProduct.ts'

/** What stands on every screen of the admin once it is there. */
const HEADS = 'h1, .doc-header__title, #today, .list-header'
/** Looks, fifty milliseconds apart, at which nothing may be on its way. */
const QUIET_LOOKS = 6

/**
 * Leads a tab of the admin from screen to screen as its own links do, without loading the whole admin again for each;
 * what it gives returns when the screen is there and nothing is on its way any more.
 * @param admin address of the admin, at which the tab is
 */
export function leadingTo(page: Page, admin: string): (screen: string) => Promise<void> {
  let underWay = 0
  page.on('request', () => underWay++)
  for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'request', () => underWay--)
  return async (screen) => {
    const address = admin + screen
    await page.evaluate((to) => {
      const { next } = window as unknown as { next: { router: { push: (to: string) => void } } }
      next.router.push(to)
    }, address)
    await page.waitForURL(address)
    await page.locator(HEADS).first().waitFor()
    let quiet = 0
    const isQuiet = await within(30_000, () => {
      quiet = underWay === 0 ? quiet + 1 : 0
      return quiet >= QUIET_LOOKS
    })
    if (!isQuiet) throw new Error(`${screen}: ${underWay} requests are still on their way`)
  }
}
