import { afterAll, beforeAll, expect, test } from 'vitest'
import { KINDS } from '../../site/src/render/kinds.ts'
import { type Browser, openChromium } from '../support/browser/chromium.ts'
import { shippedWorld } from '../support/product/shippedSite.ts'
import { type ShippedPages, serveShipped } from '../support/shippedPages.ts'

/** Pages that are known to be long, beside the first two of every kind. */
const LONG = [
  'departments/chengguan.html',
  'figures/open.html',
  'figures/arrival-time.html',
  'cases/by/department/chengguan/index.html',
]
const OF_EACH_KIND = 2
const taken = new Map<string, string[]>()
let site: ShippedPages
let browser: Browser

/** Whether an address is looked at. */
function isTaken(address: string): boolean {
  const kind = Object.entries(KINDS).find(([, { pattern }]) => pattern.test(address))?.[0] as string
  const of = taken.get(kind) ?? []
  if (of.length >= OF_EACH_KIND && !LONG.includes(address)) return false
  taken.set(kind, [...of, address])
  return true
}

type Look = { address: string; height: number; heads: number; links: number; lost: string[]; red: string[] }
const looks: Look[] = []

beforeAll(async () => {
  site = await serveShipped(await shippedWorld('sample'), isTaken)
  browser = await openChromium()
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 360, height: 640 })
  for (const address of [...taken.values()].flat()) {
    await page.goto(site.base + address)
    const seen = await page.evaluate(() => {
      const heads = [...document.querySelectorAll('main h2')].filter((h) => h.clientHeight > 1)
      const links = [...document.querySelectorAll('.contents a')].map((a) => a.getAttribute('href') ?? '')
      return {
        height: document.documentElement.scrollHeight,
        heads: heads.length,
        links: links.length,
        lost: links.filter((href) => !document.getElementById(href.slice(1))?.closest('section, h2')),
        red: [...document.querySelectorAll('main .red, main .open')]
          .map((e) => e.textContent?.trim() ?? '')
          .filter((text) => /^(?:[0〇零](?![\d.])|[—-]$)/.test(text)),
      }
    })
    looks.push({ address, ...seen })
  }
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

test('a page longer than 6,000 px on a phone begins with a list of its sections, and every entry leads to one', () => {
  expect([...taken.keys()].sort()).toEqual(Object.keys(KINDS).sort())
  const long = looks.filter((look) => look.height > 6000 && look.heads > 1)
  expect(long.length).toBeGreaterThan(5)
  expect(long.filter((look) => look.links < look.heads)).toEqual([])
  expect(looks.filter((look) => look.lost.length > 0)).toEqual([])
})

test('a short page has no list of its sections', () => {
  expect(looks.filter((look) => look.height < 4000 && look.links > 0)).toEqual([])
})

test('on no kind of page a nought is red', () => {
  expect(looks.filter((look) => look.red.length > 0)).toEqual([])
})

test.each([
  [360, 640],
  [1280, 800],
])('the statistics begin with a summary that fits one screen of %i × %i', async (width, height) => {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width, height })
  await page.goto(`${site.base}statistics/index.html`)
  const summary = await page.evaluate(() => {
    const table = document.querySelector('.summary')
    return {
      end: Math.ceil(table?.getBoundingClientRect().bottom ?? Infinity),
      numbers: table?.querySelectorAll('td[data-figure]').length,
    }
  })
  await page.close()
  expect(summary.numbers).toBeGreaterThan(8)
  expect(summary.end).toBeLessThanOrEqual(height)
})

test.each([320, 360])(
  'in large type the summary breaks no name and runs over no edge at %i px',
  async (width) => {
    const page = await browser.context.newPage()
    await page.setViewportSize({ width, height: 640 })
    await page.goto(`${site.base}statistics/index.html`)
    const summary = await page.evaluate(() => {
      document.documentElement.classList.add('elder')
      return {
        broken: [...document.querySelectorAll('.summary tbody th a')].filter(
          (a) => a.getClientRects().length > 1,
        ).length,
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }
    })
    await page.close()
    expect(summary).toEqual({ broken: 0, over: 0 })
  },
)
