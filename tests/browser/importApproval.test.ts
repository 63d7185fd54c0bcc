import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openChromium } from '../support/browser/chromium.ts'
import { type OpenedAdmin, openAdmin } from '../support/browser/openedAdmin.ts'
import { bookOf, bytesOf } from '../support/imports/workbooks.ts'
import { within } from '../support/product/startedProduct.ts'

const HEADS = ['编号', '标题', '情况', '社区', '吹哨时间', '状态']
const rowsOf = (month: number, count: number) =>
  Array.from({ length: count }, (_, i) => [
    `${month}-${i + 1}`,
    `${month}月第${i + 1}件`,
    '路灯不亮，已经报修。',
    '广安村',
    `2022-0${month}-0${(i % 9) + 1}`,
    '办理中',
  ])
const BOOK = bytesOf(
  bookOf({
    '1月': [HEADS, ...rowsOf(1, 2)],
    '2月': [HEADS, ...rowsOf(2, 3)],
    '3月': [HEADS, ...rowsOf(3, 1)],
    说明: [['一个月一张'], ['甲', '乙']],
  }),
)
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

let opened: OpenedAdmin
let other: { browser: Browser; page: Page } | undefined
beforeAll(async () => {
  opened = await openAdmin()
})
afterAll(async () => {
  await other?.browser.close()
  await opened?.close()
})

const asked = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(`/api/${where}`, {
        method: how as string,
        headers: { 'content-type': 'application/json' },
        ...(what ? { body: what } : {}),
      })
      return { status: answer.status, body: await answer.json() }
    },
    [method, path, body ? JSON.stringify(body) : ''] as const,
  )
/** A publisher with a password of his own, at the imports in a browser of his own. */
async function secondPerson(): Promise<Page> {
  const email = 'second@example.org'
  const [given, own] = ['a password that was given', 'a password of his own']
  const made = await asked(opened.page, 'POST', 'users', {
    email,
    name: '第二位',
    role: 'publisher',
    password: given,
  })
  expect([made.status, made.body.errors]).toEqual([201, undefined])
  const browser = await openChromium({ viewport: { width: 1280, height: 1000 }, locale: 'zh-CN' })
  const page = await browser.context.newPage()
  other = { browser, page }
  await page.goto(opened.admin)
  const signedIn = await asked(page, 'POST', 'users/login', { email, password: given })
  expect([signedIn.status, signedIn.body.errors]).toEqual([200, undefined])
  const replaced = await asked(page, 'PATCH', `users/${made.body.doc.id}`, {
    oldPassword: given,
    password: own,
  })
  expect([replaced.status, replaced.body.errors]).toEqual([200, undefined])
  await page.goto(`${opened.admin}/import`)
  return page
}
const past = (page: Page) => page.locator('.import-desk__past li').first()
const titles = async () => {
  const { body } = await asked(opened.page, 'GET', 'cases?limit=500&draft=true&depth=0')
  return (body.docs as { title: string }[]).map(({ title }) => title).filter((title) => /月第/.test(title))
}
const isPublic = async (title: string) =>
  (await (await fetch(`${opened.site}/data/cases.csv`)).text()).includes(title)

/** Hands the months in, all of them read together, and writes them. */
async function write(): Promise<void> {
  const { page, admin } = opened
  await page.goto(`${admin}/import`)
  await page.locator('input[type=file]').setInputFiles({ name: '逐月.xlsx', mimeType: XLSX, buffer: BOOK })
  const together = page.getByRole('group', { name: '表头一样的，一起读' })
  await together.getByLabel('全都读').check()
  expect(await together.getByRole('checkbox').count()).toBe(3)
  await page.getByLabel('写入就公开').check()
  await page.getByLabel('对照表的名字').fill('逐月登记')
  await page.getByRole('button', { name: /^(再)?试读/ }).click()
  await page.locator('.import-desk__rows tbody tr').nth(5).waitFor()
  const names = await page.locator('.import-desk__rows tbody tr td:first-child').allTextContents()
  expect(names).toEqual(['1月!2', '1月!3', '2月!2', '2月!3', '2月!4', '3月!2'])
  await page.getByRole('button', { name: '写入' }).click()
  await past(page).getByText('等另一位发布人批准').waitFor()
}

test('where two people are asked for, months read together wait, public to nobody; their importer may not approve them, and stops them', async () => {
  const { page } = opened
  const set = await asked(page, 'POST', 'globals/newsroom-settings', { fourEyes: true })
  expect([set.status, set.body.errors]).toEqual([200, undefined])
  await write()
  expect((await titles()).length).toBe(6)
  expect(await isPublic('1月第1件')).toBe(false)
  await past(page).getByRole('button', { name: '批准，一起公开' }).click()
  await past(page).getByText('不能批准自己做的导入').waitFor()
  await past(page).getByRole('button', { name: '停下，什么也不留' }).click()
  await past(page).getByText('撤销了').waitFor()
  expect(await titles()).toEqual([])
})

test('another publisher approves the whole at once, and readers have all of it', async () => {
  await write()
  const page = await secondPerson()
  await past(page).getByRole('button', { name: '批准，一起公开' }).click()
  await past(page).getByText('做完了').waitFor()
  expect(await within(90_000, () => isPublic('3月第1件'))).toBe(true)
  expect([await isPublic('1月第1件'), await isPublic('2月第3件'), (await titles()).length]).toEqual([
    true,
    true,
    6,
  ])
})
