import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SearchReader } from '../support/search/searchReader.ts'

/** Title of a duty of the demonstration, so that the best answer is beyond doubt. */
const DUTY = '餐饮油烟扰民'
/** Words that the demonstration's cases hold. */
const WORDS = '油烟'
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
async function ask(text: string): Promise<void> {
  await reader.page.locator('#q').fill(text)
  await reader.page.locator('#q').press('Enter')
  await answered()
}

describe('a search', () => {
  test('is an entry of the history: address, title, what was shown and the place come back without a new page', async () => {
    await reader.open('search.html')
    await reader.page.evaluate(() => Object.assign(globalThis, { sameDocument: true }))
    await ask(WORDS)
    expect(new URL(reader.page.url()).searchParams.get('q')).toBe(WORDS)
    expect(await reader.page.evaluate(() => document.activeElement?.className)).toBe('found')
    await reader.page.locator('[data-more=sample]').click()
    await hits().nth(12).waitFor()
    const before = await pathsOfHits()
    const top = await reader.page.evaluate(() => scrollY)
    await reader.page.mouse.wheel(0, 900)
    await reader.page.waitForFunction((from) => scrollY > from, top)
    // The page may still move: what comes back is where it was in the moment of asking.
    const y = await reader.page.evaluate((text) => {
      const input = document.querySelector('#q') as HTMLInputElement
      input.value = text
      const place = scrollY
      input.form?.requestSubmit()
      return place
    }, DUTY)
    await reader.page.waitForFunction((words) => document.title.startsWith(words), DUTY)
    await answered()
    expect(await reader.page.title()).toContain(DUTY)
    expect(await reader.page.evaluate(() => (globalThis as { sameDocument?: boolean }).sameDocument)).toBe(
      true,
    )
    await reader.page.goBack()
    await hits().nth(12).waitFor()
    expect(await reader.page.title()).toContain(`${WORDS} - 搜索`)
    expect(await reader.page.locator('#q').inputValue()).toBe(WORDS)
    expect(await pathsOfHits()).toEqual(before)
    await reader.page.waitForFunction((to) => Math.abs(scrollY - to) < 2, y)
    await reader.page.goForward()
    await reader.page.waitForFunction((words) => document.title.startsWith(words), DUTY)

    await reader.page.goBack()
    await hits().nth(12).waitFor()
    await who().locator('a').click()
    await reader.page.waitForURL(/departments\//)
    await reader.page.goBack()
    await hits().nth(12).waitFor()
    expect(await pathsOfHits()).toEqual(before)
    expect(reader.errors).toEqual([])
  })

  test('that was left for a case comes back as long and as far down as it was, and has the focus where 再看 was pressed', async () => {
    await reader.search(WORDS)
    await answered()
    await reader.page.route(/\/cases\/.*\.html$/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>一件</title>' }),
    )
    const first = await hits().count()
    await reader.page.locator('[data-more=sample]').click()
    await hits().nth(first).waitFor()
    const sample = reader.page.locator('#zu-sample li')
    await reader.page.waitForFunction(() => document.activeElement?.closest('#zu-sample li') !== null)
    await reader.page.mouse.wheel(0, 1200)
    await reader.page.locator('#zu-rest li').first().waitFor()
    expect(await reader.page.evaluate(() => document.activeElement?.closest('#zu-sample li') !== null)).toBe(
      true,
    )
    const many = await sample.count()
    const link = sample
      .nth(many - 2)
      .locator('a')
      .first()
    await link.scrollIntoViewIfNeeded()
    const y = await reader.page.evaluate(() => scrollY)
    expect(y).toBeGreaterThan(0)
    await link.click()
    await reader.page.waitForURL(/cases\//)
    await reader.page.goBack()
    await sample.nth(many - 1).waitFor()
    expect(await sample.count()).toBe(many)
    await reader.page.waitForFunction((to) => Math.abs(scrollY - to) < 2, y)
  })

  test('that was asked for on the front page leaves its words in the box there', async () => {
    await reader.open('index.html')
    await reader.page.locator('#q').fill(WORDS)
    await reader.page.locator('#q').press('Enter')
    await reader.page.waitForURL(/search\.html\?q=/)
    await reader.page.goBack()
    await reader.page.waitForURL(/index\.html$/)
    expect(await reader.page.locator('#q').inputValue()).toBe(WORDS)
  })

  test('with filters that somebody sent says them in words at once', async () => {
    const chosen = {
      state: 'closed',
      urgency: 'routine',
      origin: 'sample',
      kind: 'community',
      'year-month': '2022-03',
    }
    const query = Object.entries(chosen).map(([id, value]) => `&f.${id}=${value}`)
    await reader.open(`search.html?q=${encodeURIComponent(WORDS)}${query.join('')}`)
    const chips = reader.page.locator('#wenju [data-facet-id]')
    await chips.nth(query.length - 1).waitFor()
    const words = await chips.allTextContents()
    expect(words.filter((chip) => /[a-z]|没有|\d-/.test(chip))).toEqual([])
    expect(words).toContain('2022年3月 ×')
  })

  test.each(['search.html', 'index.html'])(
    'of a complaint of 5,000 characters pasted on %s is answered; no request, no address and no store carries it',
    async (start) => {
      await reader.open(start)
      const complaint = `${DUTY}，${'我家楼下的饭店每天晚上炒菜。'.repeat(400)}`.slice(0, 5000)
      await reader.page.locator('#q').click()
      await reader.page.keyboard.insertText(complaint)
      await reader.page.keyboard.press('Enter')
      await reader.page.waitForURL(/search\.html$/)
      await who().waitFor()
      await head()
        .getByText(/找到|没有|相近/)
        .waitFor({ state: 'attached' })
      const said = await who().textContent()
      expect(Math.max(...reader.site.asked.map((a) => a.path.length))).toBeLessThan(200)
      expect(reader.page.url()).toBe(`${reader.site.base}search.html`)
      expect(await reader.page.title()).not.toContain('饭店')
      expect(
        await reader.page.evaluate(() => [localStorage.length, sessionStorage.length, window.name]),
      ).toEqual([0, 0, ''])
      await reader.page.reload()
      await who().waitFor()
      expect(await who().textContent()).toBe(said)
      expect(await reader.page.locator('#q').inputValue()).toHaveLength(5000)
    },
  )

  test('is narrowed by filters that are fetched when they are opened, and each can be taken away again', async () => {
    await reader.search(WORDS)
    await answered()
    const facetFiles = () => reader.site.asked.filter((a) => /\/f\//.test(a.path)).length
    expect(facetFiles()).toBe(0)
    await reader.page.locator('.sift > summary').click()
    await reader.page.locator('[data-facet=year-month] > summary').click()
    await reader.page.locator('[data-facet=year-month] input').first().waitFor()
    expect(facetFiles()).toBeGreaterThan(0)
    const months = await reader.page
      .locator('[data-facet=year-month] input')
      .evaluateAll((all) => all.map((i) => (i as HTMLInputElement).value))
    expect(months).toEqual([...months].sort())
    const first = reader.page.locator('[data-facet=year-month] label').first()
    const count = Number(await first.locator('i').textContent())
    await first.locator('input').check()
    await head().getByText(`找到${count}条`).waitFor({ state: 'attached' })
    expect(new URL(reader.page.url()).searchParams.get('f.year-month')).toBe(months[0])
    expect(await reader.page.locator('[data-facet=year-month] input').count()).toBe(months.length)
    await reader.page.locator('[data-facet=area] > summary').click()
    await reader.page.locator('[data-facet=area] ul ul input').first().waitFor()
    await reader.page.getByRole('button', { name: /^不再只看/ }).click()
    await reader.page.waitForURL((url) => !url.searchParams.has('f.year-month'))
    await reader.page.goBack()
    await head().getByText(`找到${count}条`).waitFor({ state: 'attached' })
  })

  test('of nothing offers examples to tap', async () => {
    await reader.open('search.html')
    await reader.page.locator('#liju a').first().click()
    await answered()
    expect(await reader.page.locator('#liju').isVisible()).toBe(false)
    await reader.page.goBack()
    await reader.page.locator('#liju').waitFor()
    expect(await reader.page.locator('#jieguo').innerText()).toBe('')
  })

  test('from disk answers whose matter it is and says that the rest needs a website', async () => {
    await reader.open(`file://${reader.site.folder}/search.html?q=${encodeURIComponent(DUTY)}`)
    await who().waitFor()
    expect(await head().textContent()).toContain('请放到网站上打开')
    expect(await reader.page.locator('#dalei a').count()).toBe(7)
    expect(reader.errors).toEqual([])
  })
})
