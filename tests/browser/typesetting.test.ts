import { afterAll, beforeAll, expect, test } from 'vitest'
import { KINDS } from '../../site/src/render/kinds.ts'
import { type BadBreak, badBreaks } from '../support/browser/badBreaks.ts'
import { type Browser, openChromium } from '../support/browser/chromium.ts'
import { unsteadyColumns } from '../support/browser/unsteadyColumns.ts'
import { shippedWorld } from '../support/product/shippedSite.ts'
import { type ShippedPages, serveShipped } from '../support/shippedPages.ts'

/** Pages with much in them, beside the first of every kind. */
const FULL = ['departments/chengguan.html', 'review-meetings/demo-2022-01-28.html', 'duties/DEMO-1-10.html']
const WIDTHS = [360, 768, 1280]
const taken = new Set<string>()
let site: ShippedPages
let browser: Browser
const breaks: (BadBreak & { where: string })[] = []
const unsteady: string[] = []

/** Whether an address is looked at. */
function isTaken(address: string): boolean {
  const kind = Object.entries(KINDS).find(([, { pattern }]) => pattern.test(address))?.[0] as string
  if (taken.has(kind)) return FULL.includes(address)
  taken.add(kind)
  return true
}

beforeAll(async () => {
  site = await serveShipped(await shippedWorld('sample'), isTaken)
  browser = await openChromium()
  const page = await browser.context.newPage()
  for (const address of site.addresses) {
    await page.goto(site.base + address)
    for (const elder of [false, true]) {
      await page.evaluate((on) => document.documentElement.classList.toggle('elder', on), elder)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 740 })
        const where = `${address}, ${width} px${elder ? ', 长辈版' : ''}`
        breaks.push(...(await page.evaluate(badBreaks)).map((found) => ({ ...found, where })))
        unsteady.push(...(await page.evaluate(unsteadyColumns)).map((words) => `${where}: ${words}`))
      }
    }
  }
  await page.close()
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

test.each([
  ['no line begins with a separator or a closing mark', 'separator'],
  ['no sum is parted from what comes out of it', 'result'],
  ['no reference and no file name is broken over two lines', 'reference'],
  ['no number is broken or parted from its unit', 'number'],
  ['no label of up to four characters is broken', 'label'],
  ['no head is broken inside a word', 'head'],
  ['nothing that only keeps a run together is set apart from the words around it', 'apart'],
  ['no space stands beside a full-width mark, or between a figure and the words of its sentence', 'gap'],
] as const)('%s, on every kind of page, at three widths and in 长辈版', (_promise, fault) => {
  expect([...taken].sort()).toEqual(Object.keys(KINDS).sort())
  expect(breaks.filter((found) => found.fault === fault)).toEqual([])
})

test('numbers below each other end at the same edge, and the entries of a numbered list begin at the same', () => {
  expect(unsteady).toEqual([])
})

test('in 长辈版 on a phone a chart of a table takes the row under its name', async () => {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`${site.base}departments/chengguan.html`)
  const rows = await page.evaluate(() => {
    document.documentElement.classList.add('elder')
    return [...document.querySelectorAll('.bands tbody tr:has(.interval svg)')].map((row) => {
      const name = row.querySelector('th')?.getBoundingClientRect()
      const chart = row.querySelector('.interval svg')?.getBoundingClientRect()
      return { width: chart?.width ?? 0, isUnder: (chart?.top ?? 0) >= (name?.bottom ?? Infinity) - 1 }
    })
  })
  await page.close()
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.filter((row) => row.width < 280 || !row.isUnder)).toEqual([])
})

test('in 长辈版 the first screen of a phone holds the question and both numbers', async () => {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`${site.base}index.html`)
  const ends = await page.evaluate(() => {
    document.documentElement.classList.add('elder')
    return [...document.querySelectorAll('.finder input, .count .twin:first-of-type dd')].map((e) =>
      Math.ceil(e.getBoundingClientRect().bottom),
    )
  })
  await page.close()
  expect(ends).toHaveLength(3)
  expect(Math.max(...ends)).toBeLessThanOrEqual(640)
})
