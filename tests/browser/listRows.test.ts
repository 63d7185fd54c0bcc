import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOfAny } from '../support/browser/axe.ts'
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

const WIDTHS = [320, 360, 768, 1280]
const LOOKS = ['light at 1280 px', 'dark at 360 px', '长辈版 at 1280 px'] as const

type RowSeen = { text: string | undefined; lines: number; height: number }
type Seen = { rows: RowSeen[]; labels: string[]; over: string[]; violations: Record<string, string[]> }
const seen = new Map<string, Seen>()

// Each list is opened once and looked at in every way.
beforeAll(async () => {
  site = await serveShipped(await shippedWorld('sample'), (address) => LISTS.includes(address))
  browser = await openChromium({ bypassCSP: true })
  const page = await browser.context.newPage()
  for (const address of LISTS) {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(site.base + address)
    const [rows, labels] = [await rowsOf(page), await labelsOf(page)]
    const over = await overEdges(page)
    seen.set(address, { rows, labels, over, violations: await violationsIn(page, AUDITED.includes(address)) })
  }
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

const of = (address: string) => seen.get(address) as Seen
const inLargeType = (page: Page, elder: boolean) =>
  page.evaluate((on) => document.documentElement.classList.toggle('elder', on), elder)

/** Widths at which a page scrolls sideways. */
async function overEdges(page: Page): Promise<string[]> {
  const over: string[] = []
  for (const elder of [false, true]) {
    await inLargeType(page, elder)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 740 })
      const pixels = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (pixels > 0) over.push(`${width} px, elder ${elder}: ${pixels}`)
    }
  }
  return over
}

/** Violations by the way of looking; none are asked for where a page is not audited. */
async function violationsIn(page: Page, isAudited: boolean): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const look of isAudited ? LOOKS : []) {
    await page.setViewportSize({ width: look.includes('360') ? 360 : 1280, height: 740 })
    await page.emulateMedia({ colorScheme: look.startsWith('dark') ? 'dark' : 'light' })
    await inLargeType(page, look.startsWith('长辈版'))
    found[look] = await violationsOfAny(page)
  }
  return found
}

/** What stands before the departments of the rows. */
const labelsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.record-rows .department-cell .phrase')].map(
      (v) => getComputedStyle(v, '::before').content,
    ),
  )

/** Lines of text in a row, and its height in pixels. */
const rowsOf = (page: Page): Promise<RowSeen[]> =>
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
  (address) => {
    const { rows } = of(address)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter((row) => row.lines > 4)).toEqual([])
    expect((100 * rows.reduce((sum, row) => sum + row.height, 0)) / rows.length).toBeLessThan(12_000)
  },
)

test.each(LISTS)('%s: a department of a row says what it is to the case', (address) => {
  const { labels } = of(address)
  expect(labels.length).toBeGreaterThan(10)
  expect(labels.filter((label) => !/^"(?:牵头|部门：|发给)"$/.test(label))).toEqual([])
})

test.each(LISTS)('%s: never scrolls sideways, also in 长辈版', (address) => {
  expect(of(address).over).toEqual([])
})

test.each(LOOKS)('lists have no accessibility violation, %s', (look) => {
  expect(AUDITED.map((address) => of(address).violations[look])).toEqual(AUDITED.map(() => []))
})
