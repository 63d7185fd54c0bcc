import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SearchReader } from '../support/search/searchReader.ts'

/** Asks for the list of duties, every kind of piece of the index, documents and the texts of records. */
const ASKED = '油烟 排水'

let reader: SearchReader

beforeAll(async () => {
  reader = await SearchReader.come()
})
afterAll(() => reader?.leave())

function opened(failing: SearchReader['site']['failing'], text = ASKED): Promise<void> {
  reader.site.failing = failing
  return reader.search(text)
}

const problem = () => reader.page.locator('[role=alert]')
const groups = () => reader.page.locator('#zu-real, #zu-sample, #zu-rest, #zu-named')
const head = () => reader.page.locator('.found')

describe.each(['404', 'broken'] as const)('a piece that does not come (%s)', (how) => {
  test.each([
    ['the pointer', /current\.json$/],
    ['the recent part', /recent\.json$/],
    ['the head of the index', /head\.bin$/],
    ['a file of terms', /\/t\/.*\.bin$/],
    ['a file of places', /\/p\/.*\.bin$/, '“油烟吹到”'],
    ['a file of initials', /\/i\/.*\.bin$/, 'cyyy'],
  ])(
    'is a sentence, never a number and never a group: %s; pressed again it works',
    async (_what, of, asked = ASKED) => {
      // Only where the pointer says that something changed is the recent part asked for.
      reader.site.point(of.test('recent.json'))
      await opened({ of, how }, asked)
      await problem().getByText('没有打开').waitFor()
      expect(await head().textContent()).not.toMatch(/找到|没有一件/)
      expect(await groups().count()).toBe(0)
      expect(await reader.page.locator('.who').count(), 'the duty list answers all the same').toBe(1)
      reader.site.failing = null
      await reader.page.getByRole('button', { name: '再试一次' }).click()
      await head()
        .getByText(/找到|没有|相近|读作/)
        .waitFor({ state: 'attached' })
      expect(await problem().count(), 'the sentence never stands beside a number').toBe(0)
      reader.site.point(false)
    },
  )

  test('is a sentence in the place of the hits where their documents do not come', async () => {
    await opened({ of: /\/d\/.*\.bin$/, how })
    await problem().getByText('列不出来').waitFor()
    expect(await groups().count()).toBe(0)
    reader.site.failing = null
    await reader.page.getByRole('button', { name: '再试一次' }).click()
    await groups().first().waitFor()
  })

  test('is a sentence in the place of the text where a record does not come', async () => {
    await opened({ of: /^cases\/.*\.json$/, how })
    await reader.page.getByText('这一条的原文没有打开').first().waitFor()
    expect(await head().textContent()).toMatch(/找到|没有一件/)
  })

  test('is a sentence in the place of the answer where the duty list does not come; pressed again it works', async () => {
    await opened({ of: /duties\.js$/, how })
    await problem().getByText('权责清单没有打开').waitFor()
    // The page asks for the list again when the hits are there: what is pressed below is asked after that.
    await groups().first().waitFor()
    await reader.page.waitForLoadState('networkidle')
    expect(await reader.page.locator('.who').count()).toBe(0)
    reader.site.failing = null
    await reader.page.getByRole('button', { name: '再试一次' }).click()
    await reader.page.locator('.who').waitFor()
  })

  test('is a sentence in the place of both answers where the table for a question in traditional characters does not come; pressed again it works', async () => {
    await opened({ of: /traditional\.js$/, how }, '餐飲油煙')
    await problem().getByText('认繁体字用的字表没有打开').waitFor()
    expect(await head().textContent()).not.toMatch(/找到|没有一件/)
    expect(await groups().count()).toBe(0)
    expect(await reader.page.locator('.who').count()).toBe(0)
    reader.site.failing = null
    await reader.page.getByRole('button', { name: '再试一次' }).click()
    await groups().first().waitFor()
    expect(await reader.page.locator('.answer .deck').textContent()).toBe('餐饮油烟扰民')
    expect(await problem().count()).toBe(0)
  })

  test('is a sentence under the box where the table for what is typed does not come', async () => {
    reader.site.failing = { of: /traditional\.js$/, how }
    await reader.open('index.html')
    await reader.page.locator('#q').click()
    await reader.page.locator('#q').pressSequentially('餐飲油煙')
    await reader.page.locator('.offer').getByText('认繁体字用的字表没有打开').waitFor()
    reader.site.failing = null
    await reader.page.locator('#q').pressSequentially('扰')
    await reader.page.locator('[role=option]').first().getByText('餐饮油烟扰民').waitFor()
  })

  test('is a sentence in the place of its values where a filter does not come; pressed again it works', async () => {
    await opened(null, '油烟')
    await reader.page.locator('.sift > summary').click()
    reader.site.failing = { of: /\/f\//, how }
    await reader.page.locator('[data-facet=state] > summary').click()
    await reader.page.locator('[data-facet=state]').getByText('没有打开').waitFor()
    expect(await reader.page.locator('[data-facet=state] input').count()).toBe(0)
    reader.site.failing = null
    await reader.page.locator('[data-facet=state] button').click()
    await reader.page.locator('[data-facet=state] input').first().waitFor()
  })

  test('of our own index is answered by Pagefind, without any number', async () => {
    await opened({ of: /head\.bin$/, how }, reader.site.documents[0]?.title)
    await reader.page.locator('#zu-beiyong li').first().waitFor()
    expect(await reader.page.locator('#zu-beiyong h2, #zu-beiyong p').first().textContent()).not.toMatch(/\d/)
    expect(
      await reader.page
        .locator('#zu-beiyong')
        .getByText(reader.site.documents[0]?.title as string)
        .count(),
    ).toBeGreaterThan(0)
    expect(await head().textContent()).not.toMatch(/找到/)
  })
})

test('a file that is there and is not what it should be is a piece that did not come', async () => {
  reader.site.failing = null
  const body = '<!doctype html><title>没有这一页</title>'
  await reader.search(ASKED, {}, (page) => page.route(/\/t\/.*\.bin$/, (route) => route.fulfill({ body })))
  await problem().getByText('没有打开').waitFor()
  expect(await groups().count()).toBe(0)
  await reader.page.unroute(/\/t\/.*\.bin$/)
  await reader.page.getByRole('button', { name: '再试一次' }).click()
  await groups().first().waitFor()
})

test('before there is an index the page says that it is being prepared, and answers whose matter it is', async () => {
  reader.site.failing = null
  const none = { format: 2, folder: null, snapshot: null, pagefind: null, pagefindOf: null, unfound: 0 }
  const nothing = { folder: null, dead: [], documents: [], left: 0 }
  await reader.search(ASKED, {}, async (page) => {
    await page.route(/current\.json$/, (route) => route.fulfill({ json: none }))
    await page.route(/recent\.json$/, (route) => route.fulfill({ json: nothing }))
  })
  await problem().getByText('正在准备').waitFor()
  expect(await reader.page.locator('.who').count()).toBe(1)
})
