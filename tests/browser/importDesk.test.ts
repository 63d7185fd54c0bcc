import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../cms/src/imports/reading/readWorkbook.ts'
import { foreignWords } from '../support/browser/foreignWords.ts'
import { type OpenedAdmin, openAdmin } from '../support/browser/openedAdmin.ts'
import { hostileRegister } from '../support/imports/hostileRegister.ts'
import { within } from '../support/product/startedProduct.ts'

let opened: OpenedAdmin
let page: Page
let admin: string
let site: string

beforeAll(async () => {
  opened = await openAdmin()
  ;({ page, admin, site } = opened)
})
afterAll(() => opened?.close())

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const handIn = (name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer })
const section = (name: string) => page.getByRole('region', { name })
const use = (head: string) => page.getByLabel(`“${head}”是什么`)
const button = (name: string | RegExp) => page.getByRole('button', { name })
/** Tries the file and waits for the rows of this dry run. */
async function tryOut(): Promise<void> {
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/plan')),
    button(/^(再)?试读/).click(),
  ])
  await page.locator('.import-desk__rows tbody tr').first().waitFor()
  await button(/^再试读/)
    .and(page.locator(':enabled'))
    .waitFor()
}
const outcomes = () =>
  page
    .locator('.import-desk__rows tbody tr')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.outcome))
const titles = () =>
  page.evaluate(async () => {
    const { docs } = await (await fetch('/api/cases?limit=500&draft=true&depth=0')).json()
    return (docs as { title: string }[]).map(({ title }) => title)
  })
/** Whether a title is anywhere in the published table of cases. */
const isPublic = async (title: string) =>
  (await (await fetch(`${site}/data/cases.csv`)).text()).includes(title)

test('what is no workbook is refused at the file, in words', async () => {
  await page.goto(admin)
  await page.goto(`${admin}/import`)
  await handIn('假的.xlsx', Buffer.from('%PDF-1.7'))
  await section('1. 文件').getByRole('alert').getByText('PDF').waitFor()
})

test('a hostile register is pointed at, its columns proposed, and the dry run says what it asks, with the cells', async () => {
  await handIn('登记表.xlsx', hostileRegister())
  await button('第2行是表头').click()
  await page.getByText('表头在第2行。').waitFor()
  await button('到这一行').first().click()
  await page.getByText('表头在第2行到第3行').waitFor()
  await page.getByRole('cell', { name: '善治小区诉求登记表（2022年11月）' }).waitFor()
  expect(await use('基本情况/标题').inputValue()).toBe('field:title')
  await use('基本情况/标题').selectOption('field:outcome')
  await page.getByText('还有').first().waitFor({ state: 'detached' })
  await use('基本情况/标题').selectOption('field:title')
  const before = await titles()
  await tryOut()
  expect(await outcomes()).toEqual(['hold', 'ask', 'ask', 'refuse'])
  for (const cell of ['C4', 'H5', 'D6', 'F6', 'F7'])
    await page.locator('.import-desk__rows code', { hasText: cell }).first().waitFor()
  expect(await titles()).toEqual(before)
  expect(await foreignWords(page)).toEqual([])
})

test('what the dry run asks is answered on the page, and asked no more', async () => {
  await page.locator('.import-desk__question', { hasText: '归档' }).locator('select').selectOption('handling')
  await page
    .locator('.import-desk__question', { hasText: '没有的社区' })
    .locator('select')
    .selectOption('xihubei')
  await page.getByLabel('没有写年份的算哪年').fill('2022')
  await page.getByLabel('03/04/2021 这样的日期是').selectOption('month-day-year')
  await button('全部遮住').click()
  await button(/不能收的1行/).click()
  await tryOut()
  expect(await outcomes()).toEqual(['create', 'create', 'create', 'skip'])
  const [book] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载成 XLSX' }).click(),
  ])
  const { sheets } = await readWorkbook(readFileSync(await book.path()), '试读.xlsx')
  expect(sheets.map(({ name }) => name)).toEqual(['总数', '逐行', '私人信息'])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1280, height: 1000 })
})

test('it is written and public in one act, the same file again changes nothing, and the whole is undone', async () => {
  await page.getByLabel('写入就公开').check()
  await page.getByLabel('对照表的名字').fill('小区登记')
  await tryOut()
  await button('写入').click()
  await page.getByText('写完了').waitFor()
  expect(await titles()).toEqual(expect.arrayContaining(['楼道堆物', '路灯不亮', '占道经营']))
  expect(await within(90_000, () => isPublic('占道经营'))).toBe(true)
  const table = await (await fetch(`${site}/data/cases.csv`)).text()
  expect(table).toContain('楼道堆物')
  expect(table).toContain('138****')
  expect(table).not.toContain('13812345678')

  await page.goto(`${admin}/import`)
  await handIn('登记表.xlsx', hostileRegister())
  await page.getByLabel('用存过的对照表').selectOption('小区登记')
  await page.getByText('表头在第2行到第3行').waitFor()
  await tryOut()
  expect(await outcomes()).toEqual(['skip', 'skip', 'skip', 'skip'])

  const past = page.locator('.import-desk__past li', { hasText: '小区登记' }).first()
  await past.getByRole('button', { name: '撤销' }).click()
  await past.getByLabel('几个字说明').fill('试一试撤销。')
  await past.getByRole('button', { name: '撤销整个导入' }).click()
  await past.getByText('撤销了').waitFor()
  expect(await within(90_000, async () => !(await isPublic('占道经营')))).toBe(true)
})
