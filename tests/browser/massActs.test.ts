import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foreignWords } from '../support/browser/foreignWords.ts'
import { type OpenedAdmin, openAdmin } from '../support/browser/openedAdmin.ts'

let opened: OpenedAdmin
let page: Page
let admin: string

beforeAll(async () => {
  opened = await openAdmin()
  ;({ page, admin } = opened)
})
afterAll(() => opened?.close())

const dialog = () => page.locator('dialog[open]')
/** Opens the question before an act; what it says, once it knows. */
async function ask(button: string): Promise<string> {
  await page.locator(button).click()
  await dialog().getByText('正在看').waitFor({ state: 'hidden' })
  return dialog().innerText()
}
async function giveReason(words: string): Promise<void> {
  await dialog().locator('select').selectOption({ index: 2 })
  await dialog().locator('textarea').fill(words)
}
/** Says yes, until the answer of the server stands. */
async function confirm(act: string): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === 'PATCH'),
    dialog().getByRole('button', { name: act, exact: true }).click(),
  ])
  return answer.status()
}
/** Opens an address in a tab of its own: an answer on its way to a tab that is led elsewhere would lead it back. */
async function visit(address: string): Promise<void> {
  const before = page
  page = await opened.browser.context.newPage()
  // Nobody waits for it: a tab that is closed while its answer comes may not say that it has gone.
  before.close().catch(() => {})
  await page.goto(address)
}
/** Chooses the first rows of a list that has woken up. */
async function choose(list: string, rows: number): Promise<void> {
  await visit(`${admin}/collections/${list}`)
  await page.waitForLoadState('networkidle')
  for (let row = 0; row < rows; row++)
    await page.locator('tbody tr').nth(row).locator('input[type=checkbox]').check()
  await page.locator('.mass-acts').getByText(`选了${rows}条`).waitFor()
}
const rows = () => page.locator('tbody tr').count()

test('many records of a list go into the bin after one question that says which, how many and which pages, and come back as drafts', async () => {
  await choose('practices?limit=10', 2)
  expect(await page.locator('.list-selection__button:visible').count()).toBe(0)
  const before = await rows()
  expect(await ask('#mass-publish')).toContain('其中2条没有等着公开的草稿，不动')
  expect(await dialog().getByRole('button', { name: '公开', exact: true }).isDisabled()).toBe(true)
  await dialog().getByRole('button', { name: '先不做' }).click()

  const said = await ask('#mass-bin')
  expect(said).toMatch(/放进回收站2条[\s\S]*：公开[\s\S]*会从公开网站上消失/)
  expect(await foreignWords(page)).toEqual([])
  await dialog().getByRole('button', { name: '放进回收站', exact: true }).click()
  await dialog().getByText('先选理由').waitFor()
  await giveReason('两条都登记错了')
  expect(await confirm('放进回收站')).toBe(200)
  await expect.poll(rows, { timeout: 30_000 }).toBe(before - 2)

  await choose('practices/trash', 2)
  expect(await page.locator('tbody').innerText()).not.toContain('有公开')
  expect(await ask('#mass-unbin')).toContain('拿回来的都是草稿')
  expect(await page.locator('.restore-documents__toggle').isVisible()).toBe(false)
  expect(await confirm('从回收站拿回')).toBe(200)
  await expect.poll(rows, { timeout: 30_000 }).toBe(0)
})

test('one record that cannot go holds all of them, in words', async () => {
  await choose('departments?limit=10', 2)
  await ask('#mass-withdraw')
  await giveReason('试一试')
  expect(await confirm('撤下')).toBe(400)
  await dialog().getByText('一条也没有保存').waitFor()
})

test('the form asks why before what is public goes into the bin, and takes it out as a draft', async () => {
  await visit(`${admin}/collections/cases?limit=10&sort=-reference`)
  await page.waitForLoadState('networkidle')
  const record = new URL((await page.locator('tbody tr a').first().getAttribute('href')) ?? '', page.url())
  await visit(record.href)
  await page.locator('.doc-controls__dots').click()
  expect(await page.locator('#action-delete').isVisible()).toBe(false)
  await page.keyboard.press('Escape')
  expect(await ask('#action-bin')).toContain('它现在是公开的，会同时撤下')
  await giveReason('登记错了')
  expect(await confirm('放进回收站')).toBe(200)
  await page.waitForURL(/\/collections\/cases$/)

  await visit(record.href.replace(/(\/cases)\/(\w+)$/, '$1/trash/$2'))
  await page.locator('#action-unbin').waitFor()
  const form = page.locator('main, .collection-edit').first()
  await form
    .getByText(/\d{4}年\d+月\d+日 \d\d:\d\d/)
    .first()
    .waitFor()
  const words = await form.innerText()
  for (const offered of ['预演', '公开地址', '像这件一样新建']) expect(words).not.toContain(offered)
  expect(words).not.toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d/)
  expect(await ask('#action-unbin')).toContain('拿回来是草稿')
  for (const own of ['#action-restore', '#action-permanently-delete'])
    expect([own, await page.locator(own).isVisible()]).toEqual([own, false])
  expect(await confirm('从回收站拿回')).toBe(200)
  await page.waitForURL(record.href)
  await page.locator('#action-bin').waitFor()
  expect(await page.locator('#action-withdraw').count()).toBe(0)
  expect(await ask('#action-bin')).toContain('公开网站上什么也不变')
  expect(await dialog().locator('select').count()).toBe(0)
})
