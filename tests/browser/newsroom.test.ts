import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page, Response, Request as Sent } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openChromium } from '../support/browser/chromium.ts'
import { openRow } from '../support/browser/openRow.ts'
import { sayWhy } from '../support/browser/sayWhy.ts'
import { preparedData } from '../support/product/preparedData.ts'
import { freePorts, npmStart, ready, type Started, within } from '../support/product/startedProduct.ts'
import { removeFolder } from '../support/removeFolder.ts'

const OWN = 'a password of my own'
const CASE = 'cases/2022/0000/PRESS-2022-000004.html'
let dataDir: string
let product: Started
let browser: Browser
let page: Page
let site: string
let admin: string
/** What the admin's pages asked for and were refused, but for what a made password may not do yet. */
const refused: string[] = []
/** Requests for a function of the admin, as its pages make them. */
const functions: Sent[] = []

beforeAll(async () => {
  dataDir = await preparedData('newsroom')
  product = npmStart({ DATA_DIR: dataDir, ...(await freePorts()) })
  const addresses = await ready(product)
  site = `${addresses.site}/`
  admin = addresses.admin
  browser = await openChromium({ viewport: { width: 1280, height: 1000 }, locale: 'zh-CN' })
  page = await browser.context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('request', (request) => void (request.headers()['next-action'] && functions.push(request)))
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url())
    if (answer.status() >= 400 && pathname !== '/api/users/me' && !pathname.startsWith('/favicon'))
      refused.push(`${answer.status()} ${answer.request().method()} ${pathname}`)
  })
})
afterAll(async () => {
  await browser?.close()
  product?.npm.kill('SIGTERM')
  await product?.ended
  if (dataDir) removeFolder(dataDir)
})

/** Opens a tab of the form. */
const tab = (name: string) => page.getByRole('button', { name }).first().click()
const said = (words: string) => page.locator('[data-sonner-toast]', { hasText: words }).first().waitFor()
/** Presses a button that saves until what it sends is answered: while the form counts what was typed, a press is lost. */
async function saved(button: string): Promise<number> {
  let status = 0
  const note = (answer: Response) => {
    if (answer.request().method() === 'PATCH') status = answer.status()
  }
  page.on('response', note)
  await within(90_000, async () => {
    if (status === 0)
      await page
        .locator(button)
        .click({ timeout: 1_000 })
        .catch(() => {})
    return within(1_000, () => status > 0)
  })
  page.off('response', note)
  return status
}
/** A small picture of one colour. */
const picture = (background: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer()
/** The text of an address of the public site; empty while there is none. */
const publicly = async (address: string) => {
  const answer = await fetch(site + address)
  return answer.ok ? answer.text() : ''
}

test('a made password opens the own account’s form and nothing else, and is replaced there', async () => {
  const [email, made] = readFileSync(path.join(dataDir, 'first-editor.txt'), 'utf8').split('\n')
  await page.goto(admin)
  await page.locator('input[name=email]').fill(String(email))
  await page.locator('input[name=password]').fill(String(made))
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/admin\/account\/?$/)
  await page.goto(`${admin}/collections/cases`)
  await page.waitForURL(/\/admin\/account\/?$/)
  await page.getByText('换成自己的以前，别的都打不开').waitFor()
  await page.getByRole('button', { name: '更改密码' }).click()
  await page.locator('input[name=password]').fill(OWN)
  await page.locator('input[name=confirm-password]').fill(OWN)
  await page.locator('#old-password').fill(String(made))
  expect(await saved('#action-save')).toBe(200)
  await said('已保存')
  expect(refused.filter((line) => !line.endsWith('/api/release-status'))).toEqual([])
  refused.length = 0
  await page.goto(`${admin}/account`)
  await page.locator('#old-password').waitFor()
  expect(await page.getByText('换成自己的以前，别的都打不开').count()).toBe(0)
  await page.goto(admin)
  await page.getByText('今天要做什么').waitFor()
})

test('an editor empties a field in a draft, publishes over it, uploads a photo and withdraws, and is refused nothing', async () => {
  await page.goto(`${admin}/collections/cases?limit=10&sort=-updatedAt`)
  await openRow(page, page.getByText('溪湖北社区上下学拥堵').first())
  const outcome = page.locator('textarea[name=outcome]')
  await tab('结果')
  await outcome.waitFor()
  const emptied = await outcome.inputValue()
  expect(await publicly(CASE)).toContain(emptied)
  const address = page.url()
  await outcome.fill('')
  expect(await saved('#action-save-draft')).toBe(200)
  await said('草稿已保存，还没有公开：读者看到的还是公开的那一版')
  expect(await publicly(CASE)).toContain(emptied)
  await tab('什么事、在哪')
  const description = page.locator('textarea[name=description]')
  await description.fill(`${await description.inputValue()}还在商量停车位。`)
  await sayWhy(page, '补上停车位的事。')
  expect(await saved('#action-save')).toBe(200)
  await said('更正已公开，几秒后上线')
  expect(await within(90_000, async () => (await publicly(CASE)).includes('还在商量停车位'))).toBe(true)
  expect(await publicly(CASE)).not.toContain(emptied)

  await page.goto(`${admin}/collections/media/create`)
  const buffer = await picture('teal')
  await page.locator('input[type=file]').setInputFiles({ name: '路口.png', mimeType: 'image/png', buffer })
  await page.locator('[name=alt]').fill('修好的路口')
  for (const choice of ['looked', 'stage']) {
    await page.locator(`#field-${choice} .react-select`).click()
    await page.keyboard.press('Enter')
  }
  await page.locator('#action-save').click()
  await page.waitForURL(/\/collections\/media\/\w+$/)

  await page.goto(address)
  await description.waitFor()
  await page.locator('#action-withdraw').click()
  const why = page.locator('dialog[open]')
  await why.locator('select').selectOption({ index: 1 })
  await why.locator('textarea').fill('试一试撤下。')
  const [back] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'PATCH'),
    why.getByRole('button', { name: '撤下', exact: true }).click(),
  ])
  expect(back.status()).toBe(200)
  await said('已撤下，几秒后读者就看不到')
  await page.locator('[data-public-state=withdrawn]', { hasText: '已撤下' }).waitFor()
  expect(await within(90_000, async () => (await publicly(CASE)) === '')).toBe(true)
  expect(refused).toEqual([])
})

test('in the drawers of a form an editor makes a source and a photo, picks another, adds an event, and is refused nothing', async () => {
  const drawer = () => page.locator('.drawer--is-open').last()
  const made = (collection: string) =>
    page.waitForResponse(
      (answer) =>
        answer.request().method() === 'POST' && new URL(answer.url()).pathname === `/api/${collection}`,
    )
  await page.goto(`${admin}/collections/cases?limit=10&sort=-reference`)
  // The list writes its address again when it has woken up, and a click in that moment leads nowhere.
  const record = await page.locator('tbody tr a').first().getAttribute('href')
  await page.goto(new URL(record ?? '', page.url()).href)
  await page.locator('input[name=title]').waitFor()
  await tab('照片、来源')

  await page.locator('#field-sources .relationship-add-new__add-button').click()
  await drawer().locator('[name=slug]').fill('xin-laiyuan')
  await drawer().locator('[name=description]').fill('关于路口的新报道')
  const [source] = await Promise.all([made('sources'), drawer().locator('#action-save-draft').click()])
  expect(source.status()).toBe(201)
  await page.locator('#field-sources', { hasText: 'xin-laiyuan' }).waitFor()
  await drawer().locator('.doc-drawer__header-close').click()

  await tab('谁来、经过')
  const events = page.locator('#field-timeline .array-field__row')
  const before = await events.count()
  const line = page.locator('.event-line__text')
  await line.fill('又去看了一次。')
  await line.press('Enter')
  expect(await within(30_000, async () => (await events.count()) === before + 1)).toBe(true)

  await tab('照片、来源')
  await page.locator('#field-photos .upload__createNewToggler').click()
  const file = { name: '傍晚.png', mimeType: 'image/png', buffer: await picture('orange') }
  await drawer().locator('input[type=file]').first().setInputFiles(file)
  await drawer().locator('[name=alt]').fill('傍晚的路口')
  for (const choice of ['looked', 'stage']) {
    await drawer().locator(`#field-${choice} .react-select`).click()
    await page.keyboard.press('Enter')
  }
  const [photo] = await Promise.all([
    made('media'),
    drawer().getByRole('button', { name: '保存', exact: true }).click(),
  ])
  expect(photo.status()).toBe(201)
  const chosen = page.locator('#field-photos', { hasText: '.webp' })
  await chosen.waitFor()

  await page.locator('#field-photos .upload__listToggler').click()
  await drawer().locator('tbody tr button, tbody tr a').first().click()
  expect(
    await within(30_000, async () => ((await chosen.innerText()).match(/\.webp/g) ?? []).length === 2),
  ).toBe(true)
  expect(await saved('#action-save-draft')).toBe(200)
  const id = page.url().split('/').at(-1)
  const kept = await page.evaluate(
    async (address) => (await fetch(address)).json(),
    `/api/cases/${id}?draft=true&depth=0`,
  )
  expect([kept.photos.length, kept.timeline.length]).toEqual([2, before + 1])
  expect(kept.timeline.map((event: { text: string | null }) => event.text)).toContain('又去看了一次。')
  expect(kept.sources).toContain((await source.json()).doc.id)
  expect(refused).toEqual([])
})

test('a function of the admin gives nothing to somebody without a session, and to nobody one that is closed', async () => {
  const form = functions.find((request) => request.postData()?.includes('"form-state"')) as Sent
  const ask = async (name: string, signedIn: boolean) => {
    const { cookie, 'content-length': _, ...headers } = await form.allHeaders()
    const plain = Object.fromEntries(Object.entries(headers).filter(([key]) => !key.startsWith(':')))
    const answer = await fetch(form.url(), {
      method: 'POST',
      headers: { ...plain, ...(signedIn ? { cookie: await session() } : {}) },
      body: String(form.postData()).replace('form-state', name),
    })
    return answer.text()
  }
  const session = async () =>
    (await browser.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  expect(await ask('form-state', true)).toContain('"state"')
  for (const name of ['form-state', 'render-document-slots', 'schedule-publish', 'render-list', 'nothing']) {
    const answer = await ask(name, false)
    expect([name, answer]).toEqual([name, expect.stringContaining('请先登录')])
    expect(answer).not.toMatch(/"state"|"List"|"field/)
  }
  for (const name of ['schedule-publish', 'copy-data-from-locale', 'slugify', 'nothing'])
    expect([name, await ask(name, true)]).toEqual([name, expect.stringContaining('没有这个功能')])
})
