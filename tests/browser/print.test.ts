import { gzipSync } from 'node:zlib'
import decodeQR from 'qr/decode.js'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeModules, codePath } from '../../site/src/frame/qrPath.ts'
import { recordPath } from '../../site/src/urls.ts'
import { type Browser, openChromium } from '../support/browser/chromium.ts'
import { rounds } from '../support/generated.ts'
import { shippedWorld } from '../support/product/shippedSite.ts'
import { type ShippedPages, serveShipped } from '../support/shippedPages.ts'

const ADDRESS = 'https://shao.example.gov.cn/zwgk/ztzl/'
const CASE = 'cases/2022/0001/DEMO-2022-000107.html'
const FIGURE = 'figures/arrival-time.html'
/** How many of the cases with the most departments, and of those the longest, are printed. */
const HEAVIEST = rounds(4, 100)
let heaviest: string[]
let site: ShippedPages
let browser: Browser

beforeAll(async () => {
  const world = await shippedWorld('sample')
  world.snapshot.settings.publicAddress = ADDRESS
  const notice = recordPath('notices', world.all('notices')[0]?.number as string)
  heaviest = world
    .all('cases')
    .map(({ reference, departments, timeline }) => ({
      address: recordPath('cases', reference),
      departments: departments.length,
      events: timeline.length,
    }))
    .filter(({ departments }) => departments <= 8)
    .sort((a, b) => b.departments - a.departments || b.events - a.events)
    .slice(0, HEAVIEST)
    .map(({ address }) => address)
  const wanted = [CASE, FIGURE, notice, recordPath('duties', 'DEMO-3-47'), ...heaviest]
  site = await serveShipped(world, (address) => wanted.includes(address))
  // As wide as the text of an A4 sheet.
  browser = await openChromium({ viewport: { width: 650, height: 920 }, deviceScaleFactor: 2 })
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

async function printed(address: string) {
  const page = await browser.context.newPage()
  await page.goto(site.base + address)
  await page.emulateMedia({ media: 'print' })
  return page
}

test('cases, notices and duties carry their address on paper, as letters and as a code that says the same', async () => {
  const addresses = site.addresses.filter((address) => address !== FIGURE && !heaviest.includes(address))
  expect(new Set(addresses.map((address) => address.split('/')[0]))).toEqual(
    new Set(['cases', 'duties', 'notices']),
  )
  for (const address of addresses) {
    const page = await printed(address)
    const picture = sharp(await page.locator('.foot').screenshot())
      .ensureAlpha()
      .raw()
    const { data, info } = await picture.toBuffer({ resolveWithObject: true })
    expect(decodeQR({ width: info.width, height: info.height, data }), address).toBe(ADDRESS + address)
    expect(await page.locator('.paper .address').innerText()).toBe(ADDRESS + address)
    await page.emulateMedia({ media: 'screen' })
    expect(await page.locator('.paper .address').isVisible()).toBe(false)
    await page.close()
  }
})

test('the code of a page is at most a kilobyte, compressed', () => {
  const long = `${ADDRESS}${'a'.repeat(100)}/${CASE}`
  expect(gzipSync(codePath(codeModules(long))).length).toBeLessThan(1000)
})

test('on paper what is closed on a screen is open, and links that lead down the page are gone', async () => {
  const page = await printed(FIGURE)
  const closed = await page.evaluate(
    () =>
      [...document.querySelectorAll('main details')].flatMap((details) =>
        [...details.querySelectorAll('p, td, li')].filter((part) => !part.checkVisibility()),
      ).length,
  )
  expect(await page.locator('main details').count()).toBeGreaterThan(2)
  expect(closed).toBe(0)
  expect(await page.locator('.proof a[href^="#"]:visible').count()).toBe(0)
  await page.close()
})

test('a case of up to eight departments fits one sheet of A4, also for readers of 长辈版', async () => {
  const page = await browser.context.newPage()
  const longer: string[] = []
  for (const address of heaviest) {
    await page.goto(site.base + address)
    await page.evaluate(
      (elder) => document.documentElement.classList.toggle('elder', elder),
      address === heaviest[0],
    )
    const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const sheets = sheet.match(/\/Type\s*\/Page\b/g)?.length
    if (sheets !== 1) longer.push(`${address}: ${sheets}`)
  }
  expect(longer).toEqual([])
  await page.close()
})
