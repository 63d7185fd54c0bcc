import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violationsOf } from '../support/browser/axe.ts'
import { SearchReader } from '../support/search/searchReader.ts'

/** Title of a duty of the demonstration, so that the best answer is beyond doubt. */
const DUTY = '餐饮油烟扰民'
/** Words that the demonstration's cases hold. */
const WORDS = '油烟'
/** First answer of a new reader: page, style, script, duties and index until the first hits stand, compressed. */
const FIRST_ANSWER = 150_000

let reader: SearchReader

beforeAll(async () => {
  reader = await SearchReader.come()
})
afterAll(() => reader?.leave())

const head = () => reader.page.locator('.found')
const who = () => reader.page.locator('.who')
const hits = () => reader.page.locator('#zu-real li, #zu-sample li')
const pathsOfHits = () => hits().evaluateAll((all) => all.map((li) => (li as HTMLElement).dataset.path))
async function answered(): Promise<void> {
  await head()
    .getByText(/找到|没有/)
    .waitFor({ state: 'attached' })
  await hits().nth(2).waitFor()
}
describe('an answer', () => {
  test('says whom to go to on the first screen of a phone, then what was found, real before invented, and marks what is invented', async () => {
    await reader.search(DUTY)
    await answered()
    expect(await who().textContent()).toMatch(/^找.+牵头演示$/)
    const bottom = await who().evaluate((p) => p.getBoundingClientRect().bottom)
    expect(bottom).toBeLessThan(640)
    expect(await reader.page.title()).toMatch(/^餐饮油烟扰民 - 搜索｜哨响/)
    const text = (await reader.page.locator('#jieguo').innerText()).replace(/\s+/g, ' ')
    const bands = await reader.page
      .locator('#jieguo h2')
      .evaluateAll((all) => all.map((h) => (h.textContent ?? '').replace(/ .*|\d+件/, '')))
    const order = ['归谁管', '就是这一条', '登记和报道的事项', '演示事项', '其余', '登记和报道的事项相近']
    expect(bands).toEqual(order.filter((title) => bands.includes(title)))
    expect(text.indexOf('归谁管')).toBe(0)
    expect(await reader.page.locator('#zu-sample li:not([data-origin=sample])').count()).toBe(0)
    expect(await reader.page.locator('main > .demo').isVisible()).toBe(true)
    expect(await reader.page.locator('#zu-sample mark').count()).toBeGreaterThan(0)
    expect(reader.errors).toEqual([])
  })

  test.each([DUTY, '天花板掉灰渣谁负责'])('comes within its budget for a new reader: %s', async (asked) => {
    await reader.search(asked)
    await answered()
    const sent = reader.site.asked.filter(({ path }) => !/^(cases|duties)\/.*\.json$/.test(path))
    const sum = sent.reduce((n, { bytes }) => n + bytes, 0)
    expect(sum, sent.map(({ path, bytes }) => `${path} ${bytes}`).join('\n')).toBeLessThanOrEqual(
      FIRST_ANSWER,
    )
  })

  test.each(['天花板掉灰渣谁负责', '城管局', WORDS])(
    'costs somebody who searches again at most 12 requests, and the excerpts come after the hits: %s',
    async (asked) => {
      await reader.search('楼道灯坏了没人修')
      await answered()
      await reader.page.locator('#jieguo li > p.small:not(.quiet)').nth(2).waitFor()
      reader.site.asked.length = 0
      await reader.page.locator('#q').fill(asked)
      await reader.page.locator('#q').press('Enter')
      await reader.page.locator('#jieguo li > p.small:not(.quiet)').first().waitFor()
      // The product lets browsers keep the sign of the tab.
      const paths = reader.site.asked.map(({ path }) => path).filter((path) => path !== 'icon.svg')
      const isExcerpt = (path: string) => /^[a-z-]+\/.*\.json$/.test(path) && !path.startsWith('search/')
      const needed = paths.filter((path) => !isExcerpt(path))
      expect(needed.length, needed.join('\n')).toBeLessThanOrEqual(12)
      expect(needed.filter((path) => path.includes('/d/')).length).toBeLessThanOrEqual(3)
      expect(needed).not.toContain('search/recent.json')
      expect(paths.filter(isExcerpt).length).toBeLessThanOrEqual(3)
      expect(paths.findIndex(isExcerpt) === -1 || paths.findIndex(isExcerpt) >= needed.length).toBe(true)
    },
  )

  test.each(['？！……', '😀👍', '，'])('of %s asks for words and lists nothing', async (asked) => {
    await reader.search(WORDS)
    await answered()
    await reader.page.locator('#q').fill(asked)
    await reader.page.locator('#q').press('Enter')
    await head().getByText('请写几个字').waitFor({ state: 'attached' })
    expect(await reader.page.locator('#jieguo').innerText()).toBe('')
  })

  test('to what endangers life begins with whom to call', async () => {
    await reader.search('楼下有人打架')
    await reader.page.locator('#jieguo .danger').waitFor()
    expect(await reader.page.locator('#jieguo > div').first().innerText()).toMatch(/^有危险先打110/)
    expect(await reader.page.locator('.danger a').getAttribute('href')).toBe('tel:110')
  })

  test('has numbers of its groups that add up to its number', async () => {
    await reader.search(WORDS)
    await answered()
    const total = Number(/找到约?(\d+)条/.exec((await head().textContent()) ?? '')?.[1])
    const counts = await reader.page.locator('#jieguo .count').allTextContents()
    const sum = counts.reduce((n, words) => n + Number(/^约?(\d+)[件条]$/.exec(words)?.[1] ?? 0), 0)
    expect(sum).toBe(total)
  })

  test('counts what holds the words, says what nothing holds, and never has a number beside that', async () => {
    await reader.search('“外墙脱落”')
    await answered()
    const holds = (text: string) => text.includes('外墙脱落')
    const counted = Number(/找到(\d+)条/.exec((await head().textContent()) ?? '')?.[1])
    expect(counted).toBe(
      reader.site.documents.filter((d) => [d.title, ...d.names, ...d.texts].some(holds)).length,
    )
    await reader.page.locator('#q').fill('核酸')
    await reader.page.locator('#q').press('Enter')
    await head().getByText('没有一件写着“核酸”').waitFor()
    expect(await head().textContent()).not.toMatch(/\d/)
    expect(await reader.page.locator('#zu-real li, #zu-sample li').allTextContents()).toSatisfy(
      (all: string[]) => all.every((one) => one.includes('相近')),
    )
  })

  test('is the same in a browser without Intl.Segmenter and DecompressionStream', async () => {
    const seen: string[] = []
    const without = (page: Page) =>
      page.addInitScript(() => {
        delete (Intl as { Segmenter?: unknown }).Segmenter
        delete (globalThis as { DecompressionStream?: unknown }).DecompressionStream
      })
    for (const before of [undefined, without]) {
      await reader.search('楼道灯坏了没人修', {}, before)
      await answered()
      seen.push(`${await head().textContent()} ${await who().textContent()} ${await pathsOfHits()}`)
    }
    expect(seen[1]).toBe(seen[0])
  })

  test.each([
    ['the number of a case', () => reader.site.documents.find((d) => d.table === 'cases')?.key as string],
    [
      'the title of a practice',
      () => reader.site.documents.find((d) => d.table === 'practices')?.title as string,
    ],
  ])('has %s that was asked for first', async (_what, asked) => {
    await reader.search(asked())
    const wanted = reader.site.documents.find((d) => d.key === asked() || d.title === asked())
    await reader.page.locator('#zu-named li').first().waitFor()
    expect(await reader.page.locator('#zu-named li').first().getAttribute('data-path')).toBe(wanted?.path)
  })

  // Each width and each scheme once: colours follow no width.
  test.each([
    [360, 'dark'],
    [1280, 'light'],
  ] as const)(
    'has no violation of WCAG 2.2 at %s px, %s, with its filters open',
    async (width, colorScheme) => {
      await reader.search(WORDS, { viewport: { width, height: 800 }, colorScheme, bypassCSP: true })
      await answered()
      await reader.page.locator('.sift > summary').click()
      await reader.page.locator('[data-facet=state] > summary').click()
      await reader.page.locator('[data-facet=state] input').first().waitFor()
      expect(await violationsOf(reader.page)).toEqual([])
      expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      )
    },
  )
})
