import type { Page, Response } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shanghaiMoment } from '#domain/dates'
import { foreignWords } from '../support/browser/foreignWords.ts'
import { leadingTo } from '../support/browser/leadTo.ts'
import { type OpenedAdmin, openAdmin } from '../support/browser/openedAdmin.ts'
import { openRow } from '../support/browser/openRow.ts'
import { pause, within } from '../support/product/startedProduct.ts'

let opened: OpenedAdmin
let page: Page
let admin: string
let site: string

beforeAll(async () => {
  // Far from Shanghai: what the admin tells of times must not depend on the computer.
  opened = await openAdmin({ timezoneId: 'America/New_York' })
  ;({ page, admin, site } = opened)
  await opened.browser.context.addInitScript(() => {
    const counted = window as unknown as { clicks: number; keys: number }
    counted.clicks = 0
    counted.keys = 0
    document.addEventListener('pointerdown', (event) => event.isTrusted && counted.clicks++, true)
    document.addEventListener('keydown', (event) => event.isTrusted && counted.keys++, true)
  })
})
afterAll(() => opened?.close())

const tab = (name: string) => page.getByRole('button', { name }).first().click()
/** Asks again until it holds: the machine may be busy. */
const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 60_000 })
/** Types into what has the cursor and goes on to the next field. */
const type = async (text: string, key = 'Tab') => {
  await page.keyboard.type(text)
  await page.keyboard.press(key)
}
/** Chooses in a list by typing. */
const choose = async (field: string, words: string) => {
  await page.locator(`#field-${field} .rs__control`).click()
  await page.keyboard.type(words)
  await page.locator('.rs__option', { hasText: words }).first().waitFor()
  await page.keyboard.press('Enter')
}

/**
 * Publishes: while the form counts what was typed, a press is lost.
 * @returns with which status the newsroom answered
 */
async function publish(): Promise<number> {
  const isSave = (each: Response) => each.request().method() === 'POST' && /\/api\/cases\?/.test(each.url())
  const answer = page.waitForResponse(isSave, { timeout: 90_000 })
  const press = () => page.locator('#action-save').click({ timeout: 1_000 })
  for (;;) {
    await press().catch(() => {})
    const answered = await Promise.race([answer, pause(3_000)])
    if (answered) return answered.status()
  }
}

test('a case with eight events and three departments is entered in at most 25 clicks, and refused at its fields until it is whole', async () => {
  await page.goto(`${admin}/collections/cases/create`)
  await page.locator('input[name=title]').click()
  await type('溪湖北社区路灯不亮', 'Tab')
  await choose('kind', '村社吹哨')
  await choose('urgency', '日常哨')
  await choose('area', '溪湖北社区')
  await tab('谁来、经过')
  await page.getByLabel('添加部门').and(page.locator(':enabled')).click()
  for (const name of ['城建', '城管', '公交']) {
    await type(name, 'Enter')
    await page.locator('.call-grid tbody th', { hasText: name }).waitFor()
  }
  await page.getByLabel('吹哨的时间').click()
  await type('2022年11月20日 9点10分')
  const cells = page.locator('.call-grid tbody input[type=text]')
  await cells.first().click()
  // 派单, 到场, 办结 and 牵头 of each row: what is not known is passed over.
  await type('9点半')
  await type('10点20')
  await type('2022年11月22日 15:00')
  await page.keyboard.press('Tab')
  await cells.nth(3).click()
  await type('同上')
  await type('下午2点')
  await cells.nth(6).click()
  await type('同上')
  await page.getByLabel('结案的时间').click()
  await type('2022年11月23日')
  await tab('结果')
  await page.locator('#field-status', { hasText: '已结案' }).waitFor()
  await eventually(() => page.locator('input[name=closedBy]').inputValue()).toBe('溪湖北社区')
  await page.locator('textarea[name=evidence]').click()
  await page.keyboard.type('夜里去看过，灯都亮')
  expect(await publish()).toBe(400)
  // The description is missing: it is said above, and the line leads to it.
  const line = page.locator('.form-faults li button', { hasText: '情况' })
  await line.click()
  await eventually(() => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).name)).toBe(
    'description',
  )
  expect(await page.locator('.field-fault', { hasText: '没有填' }).count()).toBeGreaterThan(0)
  expect(await page.locator('#action-save-draft').isEnabled()).toBe(true)
  await page.keyboard.type('三盏路灯不亮。')
  expect(await publish()).toBe(201)
  await page.waitForURL((url) => /\/cases\/(?!create)\w+$/.test(url.pathname))
  const counted = await page.evaluate(() => {
    const { clicks, keys } = window as unknown as { clicks: number; keys: number }
    return { clicks, keys }
  })
  console.log(`entering a case: ${counted.clicks} clicks, ${counted.keys} keys`)
  expect(counted.clicks).toBeLessThanOrEqual(25)

  const id = page.url().split('/').at(-1)
  const entered = await page.evaluate(async (one) => (await fetch(`/api/cases/${one}?depth=0`)).json(), id)
  expect(entered).toMatchObject({
    reference: 'WS-2022-000001',
    status: 'closed',
    origin: 'record',
    _status: 'published',
  })
  expect(entered.timeline.map((e: { kind: string; at: string }) => [e.kind, e.at])).toEqual([
    ['whistle', '2022-11-20T09:10+08:00'],
    ['dispatch', '2022-11-20T09:30+08:00'],
    ['dispatch', '2022-11-20T09:30+08:00'],
    ['dispatch', '2022-11-20T09:30+08:00'],
    ['arrival', '2022-11-20T10:20+08:00'],
    ['arrival', '2022-11-20T14:00+08:00'],
    ['done', '2022-11-22T15:00+08:00'],
    ['closure', '2022-11-23'],
  ])
  const address = `${site}/cases/2022/0000/WS-2022-000001.html`
  expect(await within(90_000, async () => (await fetch(address)).ok)).toBe(true)
})

test('a case like another one takes over who and where, and neither number nor times nor private fields', async () => {
  await page.getByRole('link', { name: '像这件一样新建' }).click()
  await page.waitForURL(/create\?like=/)
  await eventually(() => page.locator('input[name=title]').inputValue()).toBe('溪湖北社区路灯不亮')
  expect(await page.locator('#field-reference').inputValue()).toBe('')
  await tab('谁来、经过')
  await page.locator('.call-grid tbody tr').nth(2).waitFor()
  expect(
    await page
      .locator('.call-grid tbody input[type=text]')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).join('')),
  ).toBe('')
})

test('no event is entered without the time that somebody wrote, and each stands where its time puts it', async () => {
  await page.goto(`${admin}/collections/cases/create`)
  await tab('谁来、经过')
  await page.getByLabel('吹哨的时间').click()
  await type('2022年11月3日 8点50分')
  await page.getByLabel('结案的时间').click()
  await type('2022年11月15日')
  const rows = page.locator('.collapsible__header-wrap')
  await eventually(() => rows.count()).toBe(2)
  const time = page.getByLabel('这一条的时间')
  await time.click()
  await type('十一月初六的下午')
  await type('麻丘镇')
  await type('到塘边看过', 'Enter')
  await eventually(() => time.evaluate((cell) => cell === document.activeElement)).toBe(true)
  expect([await rows.count(), await page.getByLabel('做了什么').inputValue()]).toEqual([2, '到塘边看过'])
  await time.fill('2022年11月6日上午')
  await page.keyboard.press('Tab')
  await page.getByLabel('做了什么').press('Enter')
  await eventually(() =>
    rows.allInnerTexts().then((all) => all.map((row) => row.replace(/^\D*\d\. /, ''))),
  ).toEqual([
    '吹哨 · 2022年11月3日 08:50',
    '进展 · 2022年11月6日 · 麻丘镇 · 到塘边看过',
    '结案 · 2022年11月15日',
  ])
})

test('on a phone no screen of a case scrolls sideways, and no act of it lies behind the edge', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  const widths = async () => {
    for (const name of ['什么事、在哪', '谁来、经过', '结果', '照片、来源', '不公开']) {
      await tab(name)
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, 390])
    }
    const acts = page.locator('.doc-controls__controls')
    expect(await acts.evaluate((row) => row.scrollWidth - row.clientWidth)).toBe(0)
    expect(await acts.evaluate((row) => row.getBoundingClientRect().right)).toBeLessThanOrEqual(390)
  }
  await widths()
  // One that is public, with its title, its days and the line of the release above it.
  await page.goto(`${admin}/collections/cases?search=WS-2022-000001`)
  await openRow(page, page.getByText('溪湖北社区路灯不亮').first())
  await page.locator('.release-line', { hasText: '已上线' }).waitFor()
  await page.locator('.step-nav__last', { hasText: '溪湖北社区路灯不亮' }).waitFor()
  await widths()
  await page.setViewportSize({ width: 1280, height: 1000 })
})

test('no screen of the admin has an English word or a time of another place', async () => {
  const { collections, globals, caseId } = await page.evaluate(async () => {
    const access = await (await fetch('/api/access')).json()
    const found = await (await fetch('/api/cases?limit=1&sort=-updatedAt&depth=0')).json()
    return {
      collections: Object.keys(access.collections),
      globals: Object.keys(access.globals),
      caseId: found.docs[0].id,
    }
  })
  const lists = collections.filter((slug) => !slug.startsWith('payload-'))
  const screens = [
    '',
    '/account',
    '/import',
    ...lists.map((slug) => `/collections/${slug}`),
    ...lists
      .filter((slug) => !['acts', 'outbox', 'loads'].includes(slug))
      .map((slug) => `/collections/${slug}/create`),
    ...globals.map((slug) => `/globals/${slug}`),
    `/collections/cases/${caseId}`,
    `/collections/cases/${caseId}/versions`,
  ]
  await page.goto(admin)
  const lead = leadingTo(page, admin)
  const found: Record<string, string[]> = {}
  for (const screen of screens) {
    await lead(screen)
    // The library's own attributes are put into Chinese once the page is there.
    let words: string[] = []
    await within(10_000, async () => {
      words = await foreignWords(page)
      return words.length === 0
    })
    if (words.length > 0) found[screen] = words
  }
  expect(found).toEqual({})
}, 600_000)

test('a list tells when a record was saved in Shanghai time, on a computer that is set to another place', async () => {
  await page.goto(`${admin}/collections/cases?limit=10&sort=-updatedAt`)
  const updatedAt = await page.evaluate(
    async () =>
      (await (await fetch('/api/cases?limit=1&sort=-updatedAt&depth=0&draft=true')).json()).docs[0].updatedAt,
  )
  const clock = shanghaiMoment(Date.parse(updatedAt)).slice(11, 16)
  expect(await page.locator('.cell-updatedAt').first().innerText()).toContain(clock)
  await openRow(page, page.locator('.cell-title a, .row-1 a').first())
  await eventually(() => page.locator('.doc-controls__value').allTextContents()).toContainEqual(
    expect.stringContaining(clock),
  )
})
