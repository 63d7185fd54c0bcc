import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM_FLAGS } from '../../scripts/processes/install/chromiumFlags.ts'
import { signIn } from '../support/browser/adminPage.ts'
import { violationsOf } from '../support/browser/axe.ts'
import { openRow } from '../support/browser/openRow.ts'
import { PAGES, TYPES } from '../support/browser/portalPages.ts'
import { sayWhy } from '../support/browser/sayWhy.ts'
import { isLong, seedNumber } from '../support/generated.ts'
import { preparedData } from '../support/product/preparedData.ts'
import { freePorts, npmStart, ready, type Started, within } from '../support/product/startedProduct.ts'
import { removeFolder } from '../support/removeFolder.ts'
import { ROOT } from '../support/sources.ts'

let dataDir: string
let exported: string
let product: Started
let browser: Browser
let site: string
let admin: string
let env: Record<string, string>
let files: Server
let base: string
const CASE = 'cases/2022/0000/PRESS-2022-000004.html'
const MOUNT = '/gov/shao/'
/** `everyKind` audits the pages of the demonstration on a phone; of the same kinds with less on them one in so many is. */
const EVERY_AUDITED = isLong ? 1 : 3
const FIRST_AUDITED = seedNumber('audited pages of the portal') % EVERY_AUDITED
const isAudited = (address: string) => PAGES.indexOf(address) % EVERY_AUDITED === FIRST_AUDITED

beforeAll(async () => {
  dataDir = await preparedData('portal')
  exported = path.join(dataDir, 'exported')
  env = { DATA_DIR: dataDir, ...(await freePorts()) }
  product = npmStart(env)
  const addresses = await ready(product)
  site = `${addresses.site}/`
  admin = addresses.admin
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH as string,
    args: CHROMIUM_FLAGS,
    headless: true,
  })
  execFileSync('npm', ['run', 'export', '--', exported], { cwd: ROOT, env: { ...process.env, ...env } })
  files = createServer((request, answer) => {
    const asked = (request.url ?? '').split('?')[0] as string
    try {
      if (!asked.startsWith(MOUNT)) throw new Error('outside')
      const body = readFileSync(path.join(exported, decodeURIComponent(asked.slice(MOUNT.length))))
      answer.setHeader('content-type', TYPES[path.extname(asked)] ?? 'application/octet-stream')
      answer.end(body)
    } catch {
      answer.statusCode = 404
      answer.end()
    }
  }).listen(0)
  base = `http://127.0.0.1:${(files.address() as AddressInfo).port}${MOUNT}`
})
afterAll(async () => {
  await browser?.close()
  files?.close()
  product?.npm.kill('SIGTERM')
  await product?.ended
  if (dataDir) removeFolder(dataDir)
})

/** Opens a page; what the browser reports as an error is collected. */
async function open(context: BrowserContext, address: string): Promise<{ page: Page; errors: string[] }> {
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(address)
  return { page, errors }
}

describe('every kind of page', () => {
  test('is free of violations of WCAG 2.2 A and AA on a phone, and scrolls sideways neither at 320 px nor there in 长辈版', async () => {
    const context = await browser.newContext({ bypassCSP: true })
    const page = await context.newPage()
    const [found, wide]: [string[], string[]] = [[], []]
    for (const address of PAGES) {
      await page.setViewportSize({ width: 360, height: 800 })
      await page.goto(site + address)
      if (isAudited(address))
        found.push(...(await violationsOf(page)).map((violation) => `${address}: ${violation}`))
      await page.setViewportSize({ width: 320, height: 700 })
      for (const fragment of ['', '#zhangbei']) {
        const width = await page.evaluate((to) => {
          location.hash = to
          return document.documentElement.scrollWidth
        }, fragment)
        if (width > 320) wide.push(address + fragment)
      }
    }
    await context.close()
    expect([found, wide]).toEqual([[], []])
  })

  test('opens under a sub-path and from disk without an error and with its style', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const { page, errors } = await open(context, 'about:blank')
    for (const root of [base, `file://${exported}/`])
      for (const address of PAGES.filter((p) => p !== '404.html')) {
        await page.goto(root + address)
        const song = await page.evaluate(
          () => getComputedStyle(document.querySelector('h1') as Element).fontFamily,
        )
        expect(song, root + address).toContain('Song')
        expect(errors, root + address).toEqual([])
      }
    await context.close()
  })

  test('can be read without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    for (const address of ['index.html', CASE, 'search.html']) {
      const { page } = await open(context, site + address)
      expect((await page.locator('main').textContent())?.length ?? 0, address).toBeGreaterThan(80)
      await page.close()
    }
    await context.close()
  })
})

describe('an editor in a real browser', () => {
  test('corrects a sentence and finds it public and in search within seconds; unpublishes and everything loses it', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: 'zh-CN' })
    const page = await signIn(context, admin, dataDir)
    await page.goto(`${admin}/collections/cases`)
    await openRow(page, page.getByText('溪湖北社区上下学拥堵').first())
    const description = page.locator('textarea[name=description]')
    await description.waitFor()
    const words = '紫藤花架下新添了引导员'
    await description.fill(`${await description.inputValue()}${words}。`)
    await sayWhy(page, '补上引导员的事。')
    await page.locator('#action-save').click()
    expect(
      await within(90_000, async () => (await (await fetch(site + CASE)).text()).includes(words)),
      'the page shows it',
    ).toBe(true)

    const reader = await browser.newContext({ viewport: { width: 360, height: 800 } })
    const hits = async () => {
      const { page: search } = await open(reader, `${site}search.html?q=${encodeURIComponent('紫藤花架')}`)
      await search.locator('.found', { hasText: /找到|没有/ }).waitFor({ state: 'attached', timeout: 60_000 })
      await search.locator('.entries, .found:not(:has-text("找到"))').first().waitFor({ timeout: 60_000 })
      const text = await search.locator('main').textContent()
      await search.close()
      return (text ?? '').includes('溪湖北社区上下学拥堵')
    }
    expect(await within(90_000, hits), 'search finds it').toBe(true)

    const origin = new URL(admin).origin
    const unpublished = await page.evaluate(
      async (address) =>
        (
          await fetch(address, {
            method: 'PATCH',
            credentials: 'include',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ withdrawReason: 'mistaken', _status: 'draft' }),
          })
        ).status,
      `${origin}/api/cases?where[reference][equals]=PRESS-2022-000004`,
    )
    expect(unpublished).toBe(200)
    expect(
      await within(90_000, async () => (await fetch(site + CASE)).status === 404),
      'the page answers 404',
    ).toBe(true)
    for (const address of [
      'cases/index.html',
      'data/cases.csv',
      'data/cases.json',
      'index.html',
      'statistics/index.html',
    ])
      expect(await (await fetch(site + address)).text(), address).not.toContain('PRESS-2022-000004')
    expect(await hits(), 'search loses it at once').toBe(false)
    const home = await (await fetch(`${site}figures/whistles.html`)).text()
    expect(home).toMatch(/data-figure="whistles" data-kind="computed" data-scope="real" data-value="3"/)
    await reader.close()
    await context.close()
  })

  test('sees how much of the demonstration there is, removes it with two presses, and is not offered it again', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
    const page = await signIn(context, admin, dataDir)
    const made = await page.evaluate(async () => {
      const body = {
        slug: 'demo-shuiwu',
        name: '水务',
        shortName: '水务',
        kind: 'government',
        origin: 'sample',
      }
      const headers = { 'content-type': 'application/json' }
      return (
        await fetch('/api/departments', {
          method: 'POST',
          headers,
          body: JSON.stringify({ ...body, _status: 'published' }),
        })
      ).status
    })
    expect(made).toBe(201)
    await page.goto(admin)
    await page.getByRole('link', { name: '演示数据：1条记录' }).waitFor()
    await page.getByText('部门：1条').waitFor()
    await page.getByRole('button', { name: '移除演示数据' }).click()
    await page.getByRole('button', { name: '确认移除全部1条' }).click()
    await page.getByText('已移除1条').waitFor()
    await page.reload()
    await page.getByText('今天要做什么').waitFor()
    expect(await page.getByText('演示数据').count()).toBe(0)
    expect(
      await within(90_000, async () => (await fetch(`${site}departments/demo-shuiwu.html`)).status === 404),
    ).toBe(true)
    await context.close()
  })
})
