import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foreignWords } from '../support/browser/foreignWords.ts'
import { type OpenedAdmin, openAdmin } from '../support/browser/openedAdmin.ts'
import { isRunning, readRun, within } from '../support/product/startedProduct.ts'

let opened: OpenedAdmin
let page: Page
let admin: string
let site: string

beforeAll(async () => {
  opened = await openAdmin({ height: 900 })
  ;({ page, admin, site } = opened)
})
afterAll(() => opened?.close())

const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 60_000 })
const pane = () => page.locator('.rehearsal')
const shownPage = () => page.frameLocator('.rehearsal iframe')
const pidOfRehearsal = () => readRun(opened.dataDir).children.rehearsal?.pid

async function openCase(): Promise<{ id: number; title: string; reference: string }> {
  const found = await page.evaluate(async () => {
    const { docs } = await (await fetch('/api/cases?limit=1&sort=reference&depth=0')).json()
    return docs[0]
  })
  await page.goto(`${admin}/collections/cases/${found.id}`)
  await page.locator('#field-title').waitFor()
  return found
}

test('beside the form stands the page as readers would see it, from what is being typed; nothing of it is saved or public', async () => {
  const { id, title, reference } = await openCase()
  expect(pidOfRehearsal()).toBeUndefined()
  await page.locator('#action-rehearse').click()
  await shownPage().locator('h1', { hasText: title }).waitFor()
  expect(isRunning(pidOfRehearsal() as number)).toBe(true)
  await page.locator('#field-title').fill('边写边看的标题')
  await shownPage().locator('h1', { hasText: '边写边看的标题' }).waitFor()
  // It looks like the page: its own style is there.
  const shown = shownPage().locator('body')
  expect(await shown.evaluate((body) => getComputedStyle(body).fontFamily)).not.toContain('Times')
  await page.locator('#field-title').fill('')
  await shownPage().locator('h1', { hasText: '标题：还没有填' }).waitFor()
  await eventually(() => pane().locator('.rehearsal__faults').innerText()).toContain('标题')

  const stored = await page.evaluate(
    async (of) => (await fetch(`/api/cases/${of}?draft=true&depth=0`)).json(),
    id,
  )
  expect(stored.title).toBe(title)
  const home = await (await fetch(`${site}/cases/index.html`)).text()
  expect(home).not.toContain('边写边看')
  expect(reference).toBeTruthy()
})

test('what would change is said with pages to look at and figures before and after, in Chinese, on a phone too', async () => {
  await openCase()
  await page.locator('#field-title').fill('预演里的标题')
  await page.locator('#action-rehearse').click()
  await pane().getByRole('button', { name: '会改变什么' }).click()
  await pane().locator('.rehearsal__pages li').first().waitFor()
  expect(await pane().locator('.rehearsal__report').innerText()).toContain('改了：标题')
  const named = pane().locator(
    '.rehearsal__pages li[data-path="cases/index.html"], .rehearsal__pages li[data-path="index.html"]',
  )
  await named.first().getByRole('button').click()
  await shownPage().locator('body', { hasText: '预演里的标题' }).waitFor()
  await pane().getByRole('button', { name: '回到“会改变什么”' }).click()
  expect(await foreignWords(page)).toEqual([])
  await pane().getByRole('button', { name: '撤下的话' }).click()
  await eventually(() => pane().innerText()).toMatch(/会一起消失|不能撤下/)
  await pane().getByRole('button', { name: '会改变什么' }).click()
  await pane().locator('.rehearsal__pages li').first().waitFor()

  await page.setViewportSize({ width: 390, height: 844 })
  const sizes = await pane().evaluate((el) => [
    el.scrollWidth,
    el.clientWidth,
    el.getBoundingClientRect().width,
  ])
  expect(sizes).toEqual([390, 390, 390])
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('private words stand first among what was refused, and a press there masks them; a duty is found by what people say', async () => {
  const duty = { code: '1-901', title: '外墙脱落', wordings: '墙皮掉了', origin: 'record' }
  const made = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/duties?draft=true', { method: 'POST', headers, body: JSON.stringify(body) }))
      .status
  }, duty)
  expect(made).toBe(201)
  await page.goto(`${admin}/collections/cases/create`)
  const description = page.locator('textarea[name=description]')
  await description.fill('打13812345678问过，墙皮掉了。')
  await page.locator('#field-duties .rs__control').click()
  await page.keyboard.type('墙皮掉了')
  await page.locator('#field-duties .rs__option', { hasText: '外墙脱落' }).click()
  const faults = page.locator('.form-faults')
  await eventually(async () => {
    // While the form counts what was typed, a press is lost.
    await page
      .locator('#action-save')
      .click({ timeout: 1_000 })
      .catch(() => {})
    return within(3_000, async () => (await faults.getByText('隐私（公开前必须改）').count()) > 0)
  }).toBe(true)
  expect(await faults.locator('.private-find mark').allInnerTexts()).toEqual(['13812345678'])
  expect((await faults.locator('ol').innerText()).includes('手机号')).toBe(false)
  await faults.getByRole('button', { name: '遮住' }).click()
  await eventually(() => description.inputValue()).toBe('打138****问过，墙皮掉了。')
  await eventually(() => faults.locator('.private-find').count()).toBe(0)
  expect(await faults.locator('ol li').count()).toBeGreaterThan(0)
  expect(await page.locator('#field-duties').innerText()).toContain('外墙脱落')
})

test('a rehearsal that was killed runs again when somebody looks, and it ends with the product', async () => {
  await openCase()
  const killed = pidOfRehearsal() as number
  process.kill(killed, 'SIGKILL')
  expect(await within(10_000, () => pidOfRehearsal() === undefined)).toBe(true)
  await page.locator('#action-rehearse').click()
  await shownPage().locator('h1').waitFor()
  const pid = pidOfRehearsal() as number
  expect(pid).not.toBe(killed)
  opened.product.npm.kill('SIGTERM')
  await opened.product.ended
  expect(await within(2_000, () => !isRunning(pid))).toBe(true)
})
