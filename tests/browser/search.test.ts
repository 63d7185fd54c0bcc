import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM_FLAGS } from '../../scripts/processes/chromiumFlags.ts'
import { violationsOf } from '../support/axe.ts'
import { openSearchSite, type SearchSite } from '../support/searchSite.ts'

/** Title of a duty of the demonstration, so that the best answer is beyond doubt. */
const DUTY = '餐饮油烟扰民'
/** Words that the demonstration's cases hold. */
const WORDS = '油烟'
/** First answer of a new reader: page, style, script, duties and index until the first hits stand, compressed. */
const FIRST_ANSWER = 150 * 1024

let site: SearchSite
let browser: Browser
let context: BrowserContext
let page: Page
let errors: string[]

beforeAll(async () => {
  site = await openSearchSite('sample')
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH as string,
    args: CHROMIUM_FLAGS,
    headless: true,
  })
})
afterAll(async () => {
  await browser?.close()
  site?.close()
})

type Options = Parameters<Browser['newContext']>[0]
const addressOf = (text: string) => `${site.base}search.html?q=${encodeURIComponent(text)}`

/** A page in a context of its own; what a script throws is collected. */
async function opened(address: string, options: Options = {}, before?: () => void): Promise<void> {
  await context?.close()
  site.failing = null
  site.asked.length = 0
  context = await browser.newContext({ viewport: { width: 360, height: 640 }, ...options })
  page = await context.newPage()
  errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  if (before) await page.addInitScript(before)
  await page.goto(address)
}

const head = () => page.locator('.found')
const who = () => page.locator('.who')
const hits = () => page.locator('#zu-real li, #zu-sample li')
const pathsOfHits = () => hits().evaluateAll((all) => all.map((li) => (li as HTMLElement).dataset.path))
async function answered(): Promise<void> {
  await head()
    .getByText(/找到|没有/)
    .waitFor({ state: 'attached' })
  await hits().nth(2).waitFor()
}
async function ask(text: string): Promise<void> {
  await page.locator('#q').fill(text)
  await page.locator('#q').press('Enter')
  await answered()
}

describe('an answer', () => {
  test('says whom to go to on the first screen of a phone, then what was found, real before invented, and marks what is invented', async () => {
    await opened(addressOf(DUTY))
    await answered()
    expect(await who().textContent()).toMatch(/^找.+牵头演示$/)
    const bottom = await who().evaluate((p) => p.getBoundingClientRect().bottom)
    expect(bottom).toBeLessThan(640)
    expect(await page.title()).toMatch(/^餐饮油烟扰民 - 搜索｜哨响/)
    const text = (await page.locator('#jieguo').innerText()).replace(/\s+/g, ' ')
    const order = ['归谁管', '登记和报道的事项', '演示事项', '其余'].map((title) => text.indexOf(title))
    expect(order.filter((at) => at >= 0)).toEqual(order.filter((at) => at >= 0).sort((a, b) => a - b))
    expect(text.indexOf('归谁管')).toBe(0)
    expect(await page.locator('#zu-sample li:not([data-origin=sample])').count()).toBe(0)
    expect(await page.locator('main > .demo').isVisible()).toBe(true)
    expect(await page.locator('#zu-sample mark').count()).toBeGreaterThan(0)
    expect(errors).toEqual([])
  })

  test('comes within its budget for a new reader', async () => {
    await opened(addressOf(DUTY))
    await answered()
    const sent = site.asked.filter(({ path }) => !/^(cases|duties)\/.*\.json$/.test(path))
    const sum = sent.reduce((n, { bytes }) => n + bytes, 0)
    expect(sum, sent.map(({ path, bytes }) => `${path} ${bytes}`).join('\n')).toBeLessThanOrEqual(
      FIRST_ANSWER,
    )
  })

  test('counts what holds the words, says what nothing holds, and never has a number beside that', async () => {
    await opened(addressOf('“外墙脱落”'))
    await answered()
    const holds = (text: string) => text.includes('外墙脱落')
    const counted = Number(/找到(\d+)条/.exec((await head().textContent()) ?? '')?.[1])
    expect(counted).toBe(site.documents.filter((d) => [d.title, ...d.names, ...d.texts].some(holds)).length)
    await page.locator('#q').fill('核酸')
    await page.locator('#q').press('Enter')
    await head().getByText('没有一件写着“核酸”').waitFor()
    expect(await head().textContent()).not.toMatch(/\d/)
    expect(await page.locator('#zu-real li, #zu-sample li').allTextContents()).toSatisfy((all: string[]) =>
      all.every((one) => one.includes('相近')),
    )
  })

  test('is the same in a browser without Intl.Segmenter and DecompressionStream', async () => {
    const seen: string[] = []
    for (const before of [
      undefined,
      () => {
        delete (Intl as { Segmenter?: unknown }).Segmenter
        delete (globalThis as { DecompressionStream?: unknown }).DecompressionStream
      },
    ]) {
      await opened(addressOf('楼道灯坏了没人修'), {}, before)
      await answered()
      seen.push(`${await head().textContent()} ${await who().textContent()} ${await pathsOfHits()}`)
    }
    expect(seen[1]).toBe(seen[0])
  })

  test.each([
    ['the number of a case', () => site.documents.find((d) => d.table === 'cases')?.key as string],
    ['the title of a practice', () => site.documents.find((d) => d.table === 'practices')?.title as string],
  ])('has %s that was asked for first', async (_what, asked) => {
    await opened(addressOf(asked()))
    const wanted = site.documents.find((d) => d.key === asked() || d.title === asked())
    await page.locator('#zu-named li').first().waitFor()
    expect(await page.locator('#zu-named li').first().getAttribute('data-path')).toBe(wanted?.path)
  })

  test.each([
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)(
    'has no violation of WCAG 2.2 at %s px, %s, with its filters open',
    async (width, colorScheme) => {
      await opened(addressOf(WORDS), { viewport: { width, height: 800 }, colorScheme, bypassCSP: true })
      await answered()
      await page.locator('.sift > summary').click()
      await page.locator('[data-facet=state] > summary').click()
      await page.locator('[data-facet=state] input').first().waitFor()
      expect(await violationsOf(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    },
  )
})

describe('a search', () => {
  test('is an entry of the history: address, title, what was shown and the place come back without a new page', async () => {
    await opened(`${site.base}search.html`)
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }))
    await ask(WORDS)
    expect(new URL(page.url()).searchParams.get('q')).toBe(WORDS)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('found')
    await page.locator('[data-more=sample]').click()
    await hits().nth(12).waitFor()
    const before = await pathsOfHits()
    await page.mouse.wheel(0, 900)
    await page.waitForFunction(() => (history.state as { y?: number } | null)?.y === Math.round(scrollY))
    const y = await page.evaluate(() => scrollY)
    await page.evaluate(() => scrollTo(0, 0))
    await page.evaluate((to) => scrollTo(0, to), y)
    await page.waitForFunction((to) => (history.state as { y?: number } | null)?.y === Math.round(to), y)
    await ask(DUTY)
    expect(await page.title()).toContain(DUTY)
    expect(await page.evaluate(() => (globalThis as { sameDocument?: boolean }).sameDocument)).toBe(true)
    await page.goBack()
    await hits().nth(12).waitFor()
    expect(await page.title()).toContain(`${WORDS} - 搜索`)
    expect(await page.locator('#q').inputValue()).toBe(WORDS)
    expect(await pathsOfHits()).toEqual(before)
    await page.waitForFunction((to) => Math.abs(scrollY - to) < 2, y)
    await page.goForward()
    await page.waitForFunction((words) => document.title.startsWith(words), DUTY)

    await page.goBack()
    await hits().nth(12).waitFor()
    await who().locator('a').click()
    await page.waitForURL(/departments\//)
    await page.goBack()
    await hits().nth(12).waitFor()
    expect(await pathsOfHits()).toEqual(before)
    expect(errors).toEqual([])
  })

  test.each(['search.html', 'index.html'])(
    'of a complaint of 5,000 characters pasted on %s is answered; no request, no address and no store carries it',
    async (start) => {
      await opened(site.base + start)
      const complaint = `${DUTY}，${'我家楼下的饭店每天晚上炒菜。'.repeat(400)}`.slice(0, 5000)
      await page.locator('#q').click()
      await page.keyboard.insertText(complaint)
      await page.keyboard.press('Enter')
      await page.waitForURL(/search\.html$/)
      await who().waitFor()
      await head()
        .getByText(/找到|没有|相近/)
        .waitFor({ state: 'attached' })
      const said = await who().textContent()
      expect(Math.max(...site.asked.map((a) => a.path.length))).toBeLessThan(200)
      expect(page.url()).toBe(`${site.base}search.html`)
      expect(await page.title()).not.toContain('饭店')
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, window.name])).toEqual([
        0,
        0,
        '',
      ])
      await page.reload()
      await who().waitFor()
      expect(await who().textContent()).toBe(said)
      expect(await page.locator('#q').inputValue()).toHaveLength(5000)
    },
  )

  test('is narrowed by filters that are fetched when they are opened, and each can be taken away again', async () => {
    await opened(addressOf(WORDS))
    await answered()
    const facetFiles = () => site.asked.filter((a) => /\/f\//.test(a.path)).length
    expect(facetFiles()).toBe(0)
    await page.locator('.sift > summary').click()
    await page.locator('[data-facet=year-month] > summary').click()
    await page.locator('[data-facet=year-month] input').first().waitFor()
    expect(facetFiles()).toBeGreaterThan(0)
    const months = await page
      .locator('[data-facet=year-month] input')
      .evaluateAll((all) => all.map((i) => (i as HTMLInputElement).value))
    expect(months).toEqual([...months].sort())
    const first = page.locator('[data-facet=year-month] label').first()
    const count = Number(await first.locator('i').textContent())
    await first.locator('input').check()
    await head().getByText(`找到${count}条`).waitFor({ state: 'attached' })
    expect(new URL(page.url()).searchParams.get('f.year-month')).toBe(months[0])
    expect(await page.locator('[data-facet=year-month] input').count()).toBe(months.length)
    await page.locator('[data-facet=area] > summary').click()
    await page.locator('[data-facet=area] ul ul input').first().waitFor()
    await page.getByRole('button', { name: /^不再只看/ }).click()
    await page.waitForURL((url) => !url.searchParams.has('f.year-month'))
    await page.goBack()
    await head().getByText(`找到${count}条`).waitFor({ state: 'attached' })
  })

  test('of nothing offers examples to tap', async () => {
    await opened(`${site.base}search.html`)
    await page.locator('#liju a').first().click()
    await answered()
    expect(await page.locator('#liju').isVisible()).toBe(false)
    await page.goBack()
    await page.locator('#liju').waitFor()
    expect(await page.locator('#jieguo').innerText()).toBe('')
  })

  test('from disk answers whose matter it is and says that the rest needs a website', async () => {
    await opened(`file://${site.folder}/search.html?q=${encodeURIComponent(DUTY)}`)
    await who().waitFor()
    expect(await head().textContent()).toContain('请放到网站上打开')
    expect(await page.locator('#dalei a').count()).toBe(7)
    expect(errors).toEqual([])
  })
})
