import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openChromium } from '../support/browser/chromium.ts'
import { shippedWorld } from '../support/product/shippedSite.ts'
import { type ShippedPages, serveShipped } from '../support/shippedPages.ts'

/** A first page, a department of more than a thousand cases, a split month, a leaf of it, and the same of notices. */
const LISTS = [
  'cases/index.html',
  'cases/by/department/chengguan/index.html',
  'cases/by/department/chengguan/2022-07.html',
  'cases/by/year-month/2022-02/index.html',
  'cases/by/year-month/2022-08/index.html',
  'notices/index.html',
  'notices/2022-09.html',
]
/** One of each kind of list page. */
const AUDITED = ['cases/index.html', 'cases/by/year-month/2022-08/index.html', 'notices/2022-09.html']
let site: ShippedPages
let browser: Browser

beforeAll(async () => {
  site = await serveShipped(await shippedWorld('sample'), (address) => LISTS.includes(address))
  browser = await openChromium()
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

async function opened(address: string, width: number, elder = false): Promise<Page> {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width, height: 740 })
  await page.goto(site.base + address)
  if (elder) await page.evaluate(() => document.documentElement.classList.add('elder'))
  return page
}

/** Lines of text in a row, and its height in pixels. */
const rowsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.record-rows tbody tr')].map((row) => {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
      const bottoms: number[] = []
      while (walker.nextNode()) {
        const range = document.createRange()
        range.selectNodeContents(walker.currentNode)
        for (const { width, bottom } of range.getClientRects()) if (width > 1) bottoms.push(bottom)
      }
      bottoms.sort((a, b) => a - b)
      const lines = bottoms.filter((b, i) => i === 0 || b - (bottoms[i - 1] as number) > 8).length
      return { text: row.textContent?.replace(/\s+/g, ' '), lines, height: row.clientHeight }
    }),
  )

test.each(LISTS)(
  '%s: no row takes more than four lines on a phone, and a hundred of them 12,000 px',
  async (address) => {
    const page = await opened(address, 360)
    const rows = await rowsOf(page)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter((row) => row.lines > 4)).toEqual([])
    expect((100 * rows.reduce((sum, row) => sum + row.height, 0)) / rows.length).toBeLessThan(12_000)
    await page.close()
  },
)

test.each(LISTS)('%s: a department of a row says what it is to the case', async (address) => {
  const page = await opened(address, 360)
  const labels = await page.evaluate(() =>
    [...document.querySelectorAll('.record-rows .department-cell .phrase')].map(
      (v) => getComputedStyle(v, '::before').content,
    ),
  )
  expect(labels.length).toBeGreaterThan(10)
  expect(labels.filter((label) => !/^"(?:牵头|部门：|发给)"$/.test(label))).toEqual([])
  await page.close()
})

test.each(LISTS)('%s: never scrolls sideways, also in 长辈版', async (address) => {
  for (const elder of [false, true]) {
    const page = await opened(address, 320, elder)
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over, `${width} px, elder ${elder}`).toBeLessThanOrEqual(0)
    }
    await page.close()
  }
})

test.each([
  [1280, 'light', false],
  [360, 'dark', false],
  [1280, 'light', true],
] as const)('lists have no accessibility violation at %i px, %s, elder %s', async (width, scheme, elder) => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  for (const address of AUDITED) {
    const page = await opened(address, width, elder)
    await page.emulateMedia({ colorScheme: scheme })
    await page.evaluate(axe)
    const found = await page.evaluate(async () => {
      const run = (globalThis as unknown as { axe: { run: () => Promise<{ violations: unknown[] }> } }).axe
      const { violations } = await run.run()
      return violations.map((v) => JSON.stringify(v).slice(0, 400))
    })
    expect(found, address).toEqual([])
    await page.close()
  }
})
