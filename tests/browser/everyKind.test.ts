import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KINDS } from '../../site/src/render/kinds.ts'
import { violationsOf } from '../support/browser/axe.ts'
import { type Browser, openChromium } from '../support/browser/chromium.ts'
import { isLong, rounds, seedNumber } from '../support/generated.ts'
import { shippedWorld } from '../support/product/shippedSite.ts'
import { type ShippedPages, serveShipped } from '../support/shippedPages.ts'

/** How many pages of every kind are looked at, beside those that hold what others of their kind do not. */
const OF_EACH_KIND = rounds(1, 4)
const FULL = ['departments/demo-tuiyi-junren.html', 'departments/chengguan.html', 'duties/DEMO-3-47.html']
const taken = new Map<string, string[]>()
let site: ShippedPages
let browser: Browser

/** Large type alters sizes alone: pages that are full, and of the others one in so many, a seeded part. */
const EVERY_ELDER = isLong ? 1 : 4
const FIRST_ELDER = seedNumber('audited in large type') % EVERY_ELDER
const isAuditedInLargeType = (address: string) =>
  FULL.includes(address) || site.addresses.indexOf(address) % EVERY_ELDER === FIRST_ELDER

/** Whether an address is looked at. */
function isTaken(address: string): boolean {
  const kind = Object.entries(KINDS).find(([, { pattern }]) => pattern.test(address))?.[0] as string
  const of = taken.get(kind) ?? []
  if (of.length >= OF_EACH_KIND && !FULL.includes(address)) return false
  taken.set(kind, [...of, address])
  return true
}

/** What axe is asked with: width, scheme, and whether the page is in 长辈版. */
const AUDITS = {
  'light at 1280 px': [1280, 'light', false],
  'dark at 360 px': [360, 'dark', false],
  'in 长辈版 at 1280 px': [1280, 'light', true],
} as const
const WIDTHS = [320, 360, 768]
const violations: Record<string, string[]> = {}
const wide: Record<number, string[]> = {}
const squeezed: string[] = []

// Each page is opened once and looked at in every way.
beforeAll(async () => {
  site = await serveShipped(await shippedWorld('sample'), isTaken)
  browser = await openChromium({ bypassCSP: true })
  const page = await browser.context.newPage()
  for (const address of site.addresses) {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.emulateMedia({ colorScheme: 'light', media: 'screen' })
    await page.goto(site.base + address)
    for (const [what, [width, colorScheme, elder]] of Object.entries(AUDITS)) {
      if (elder && !isAuditedInLargeType(address)) continue
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await inLargeType(page, elder)
      const found = (await violationsOf(page)).map((violation) => `${address}: ${violation}`)
      violations[what] = [...(violations[what] ?? []), ...found]
    }
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      for (const elder of [false, true]) {
        await inLargeType(page, elder)
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        const said = over > 0 ? [`${address}${elder ? ', 长辈版' : ''}: ${over} px`] : []
        wide[width] = [...(wide[width] ?? []), ...said]
      }
    }
    const cells = await squeezedOn(page)
    if (cells.length > 0) squeezed.push(`${address}: ${cells.length}, ${cells[0]}`)
  }
  await page.close()
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

const inLargeType = (page: Page, elder: boolean) =>
  page.evaluate((on) => document.documentElement.classList.toggle('elder', on), elder)

/** Words of the cells that are squeezed on paper: as wide as an A4 sheet for the rules, as its text for the words. */
async function squeezedOn(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 794, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  await inLargeType(page, false)
  return page.evaluate(() => {
    document.documentElement.style.width = '673px'
    return [...document.querySelectorAll('main :is(th, td)')].flatMap((cell) => {
      const words = cell.textContent?.trim() ?? ''
      const { fontSize } = getComputedStyle(cell)
      const isNarrow = words.length > 4 && cell.clientWidth < 2 * Number.parseFloat(fontSize)
      return isNarrow && cell.clientHeight > 0 ? [words.slice(0, 20)] : []
    })
  })
}

test('every kind of page is there', () => {
  expect([...taken.keys()].sort()).toEqual(Object.keys(KINDS).sort())
})

test.each(Object.keys(AUDITS))('is free of violations of WCAG 2.2 A and AA, %s', (what) => {
  expect(violations[what]).toEqual([])
})

test.each(WIDTHS)('scrolls sideways neither at %i px nor there in 长辈版', (width) => {
  expect(wide[width]).toEqual([])
})

test('on paper no column of a table is squeezed until its words stand one below the other', () => {
  expect(squeezed).toEqual([])
})
