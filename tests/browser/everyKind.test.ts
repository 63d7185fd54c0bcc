import { afterAll, beforeAll, expect, test } from 'vitest'
import { KINDS } from '../../site/src/render/kinds.ts'
import { violationsOf } from '../support/browser/axe.ts'
import { type Browser, openChromium } from '../support/browser/chromium.ts'
import { rounds } from '../support/generated.ts'
import { shippedWorld } from '../support/product/shippedSite.ts'
import { type ShippedPages, serveShipped } from '../support/shippedPages.ts'

/** How many pages of every kind are looked at, beside those that hold what others of their kind do not. */
const OF_EACH_KIND = rounds(1, 4)
const FULL = ['departments/demo-tuiyi-junren.html', 'departments/chengguan.html', 'duties/DEMO-3-47.html']
const taken = new Map<string, string[]>()
let site: ShippedPages
let browser: Browser

/** Whether an address is looked at. */
function isTaken(address: string): boolean {
  const kind = Object.entries(KINDS).find(([, { pattern }]) => pattern.test(address))?.[0] as string
  const of = taken.get(kind) ?? []
  if (of.length >= OF_EACH_KIND && !FULL.includes(address)) return false
  taken.set(kind, [...of, address])
  return true
}

beforeAll(async () => {
  site = await serveShipped(await shippedWorld('sample'), isTaken)
  browser = await openChromium({ bypassCSP: true })
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

test('every kind of page is there', () => {
  expect([...taken.keys()].sort()).toEqual(Object.keys(KINDS).sort())
})

test.each([
  ['light at 1280 px', 1280, 'light', ''],
  ['dark at 360 px', 360, 'dark', ''],
  ['in 长辈版 at 1280 px', 1280, 'light', '#zhangbei'],
] as const)('is free of violations of WCAG 2.2 A and AA, %s', async (_what, width, colorScheme, fragment) => {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width, height: 800 })
  await page.emulateMedia({ colorScheme })
  const found: string[] = []
  for (const address of site.addresses) {
    await page.goto(site.base + address + fragment)
    found.push(...(await violationsOf(page)).map((violation) => `${address}: ${violation}`))
  }
  await page.close()
  expect(found).toEqual([])
})

test.each([320, 360, 768])('scrolls sideways neither at %i px nor there in 长辈版', async (width) => {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width, height: 800 })
  const wide: string[] = []
  for (const address of site.addresses) {
    await page.goto(site.base + address)
    for (const elder of [false, true]) {
      const over = await page.evaluate((on) => {
        document.documentElement.classList.toggle('elder', on)
        return document.documentElement.scrollWidth - document.documentElement.clientWidth
      }, elder)
      if (over > 0) wide.push(`${address}${elder ? ', 长辈版' : ''}: ${over} px`)
    }
  }
  await page.close()
  expect(wide).toEqual([])
})

test('on paper no column of a table is squeezed until its words stand one below the other', async () => {
  const page = await browser.context.newPage()
  // As wide as an A4 sheet for the rules, as its text for the words.
  await page.setViewportSize({ width: 794, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  const squeezed: string[] = []
  for (const address of site.addresses) {
    await page.goto(site.base + address)
    const cells = await page.evaluate(() => {
      document.documentElement.style.width = '673px'
      return [...document.querySelectorAll('main :is(th, td)')].flatMap((cell) => {
        const words = cell.textContent?.trim() ?? ''
        const { fontSize } = getComputedStyle(cell)
        const isNarrow = words.length > 4 && cell.clientWidth < 2 * Number.parseFloat(fontSize)
        return isNarrow && cell.clientHeight > 0 ? [words.slice(0, 20)] : []
      })
    })
    if (cells.length > 0) squeezed.push(`${address}: ${cells.length}, ${cells[0]}`)
  }
  await page.close()
  expect(squeezed).toEqual([])
})
