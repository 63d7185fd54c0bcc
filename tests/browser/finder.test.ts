import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violationsOf } from '../support/browser/axe.ts'
import { SearchReader } from '../support/search/searchReader.ts'

let reader: SearchReader

beforeAll(async () => {
  reader = await SearchReader.come()
})
afterAll(() => reader?.leave())

const box = () => reader.page.locator('#q')
const options = () => reader.page.locator('[role=option]')
const active = () => box().getAttribute('aria-activedescendant')
async function typed(words: string): Promise<void> {
  await box().click()
  await box().pressSequentially(words)
  await options().first().waitFor()
}

describe('the question box', () => {
  test('costs a page almost nothing until somebody turns to it, and answers then without leaving the page', async () => {
    await reader.open('index.html')
    await reader.page.waitForLoadState('networkidle')
    const files = () => reader.site.asked.map((a) => a.path)
    expect(files().filter((f) => /finder\.js|duties\.js/.test(f))).toEqual([])
    expect(
      reader.site.asked.filter((a) => a.path.endsWith('.js')).reduce((n, a) => n + a.bytes, 0),
    ).toBeLessThan(2048)
    await typed('餐饮油烟')
    expect(await options().first().textContent()).toMatch(/^找.+餐饮油烟扰民.*演示/)
    expect(reader.page.url()).toBe(`${reader.site.base}index.html`)
    expect(files().filter((f) => f === 'search/duties.js')).toHaveLength(1)
    expect(reader.errors).toEqual([])
  })

  test('is a combobox: its list is named, opened and closed for those who do not see it, and its number is said', async () => {
    await reader.open('index.html')
    await typed('餐饮油烟')
    expect(await box().getAttribute('role')).toBe('combobox')
    expect(await box().getAttribute('aria-expanded')).toBe('true')
    const list = reader.page.locator(`#${await box().getAttribute('aria-controls')}`)
    expect(await list.getAttribute('role')).toBe('listbox')
    expect(await list.getAttribute('aria-label')).toBe('用平常的话说这件事')
    await reader.page
      .locator('form [role=status]', { hasText: /^\d项，用上下键选/ })
      .waitFor({ state: 'attached' })
    await reader.page.keyboard.press('Escape')
    expect(await box().getAttribute('aria-expanded')).toBe('false')
    expect(await options().first().isVisible()).toBe(false)
    expect(await box().inputValue()).toBe('餐饮油烟')
  })

  test('is walked with the arrows, past the end to the typed words again, and Enter opens what they chose', async () => {
    await reader.open('index.html')
    await typed('餐饮油烟')
    const many = await options().count()
    await reader.page.keyboard.press('ArrowDown')
    expect(await active()).toBe(await options().first().getAttribute('id'))
    expect(await options().first().getAttribute('aria-selected')).toBe('true')
    await reader.page.keyboard.press('ArrowUp')
    expect(await active()).toBeNull()
    await reader.page.keyboard.press('ArrowUp')
    expect(await active()).toBe(
      await options()
        .nth(many - 1)
        .getAttribute('id'),
    )
    await reader.page.keyboard.press('ArrowDown')
    await reader.page.keyboard.press('ArrowDown')
    await reader.page.keyboard.press('Enter')
    await reader.page.waitForURL(/duties\/DEMO-3-47\.html$/)
  })

  test('searches with Enter for what was typed, and never takes a suggestion that was not chosen', async () => {
    await reader.open('duties/index.html')
    await typed('餐饮油烟')
    await reader.page.keyboard.press('Enter')
    await reader.page.waitForURL(/search\.html\?q=/)
    expect(new URL(reader.page.url()).searchParams.get('q')).toBe('餐饮油烟')
    expect(reader.page.url().startsWith(`${reader.site.base}search.html`)).toBe(true)
  })

  test('says nothing of a list any more once Enter was pressed', async () => {
    await reader.open('search.html')
    await typed('餐饮油烟')
    const heard = reader.page.locator('form [role=status]')
    await heard.getByText(/用上下键选/).waitFor({ state: 'attached' })
    await reader.page.keyboard.press('Enter')
    await reader.page
      .locator('.found')
      .getByText(/找到|没有/)
      .waitFor({ state: 'attached' })
    expect(await heard.textContent()).toBe('')
  })

  test('lets somebody in danger call from it', async () => {
    await reader.open('index.html')
    await box().click()
    await box().pressSequentially('有人打架')
    const call = reader.page.locator('.offer .danger a')
    await call.waitFor()
    expect(await call.getAttribute('href')).toBe('tel:110')
    expect(await reader.page.locator('.offer').innerText()).toMatch(/^有危险先打\s*110/)
  })

  test('leaves the keys to an input method while it composes', async () => {
    await reader.open('index.html')
    await typed('餐饮油烟')
    const cdp = await reader.page.context().newCDPSession(reader.page)
    await cdp.send('Input.imeSetComposition', { text: 'rao', selectionStart: 3, selectionEnd: 3 })
    await reader.page.keyboard.press('ArrowDown')
    expect(await active()).toBeNull()
    await reader.page.evaluate(() =>
      document
        .querySelector('#q')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true })),
    )
    expect(await active()).toBeNull()
    await cdp.send('Input.insertText', { text: '扰民' })
    expect(await box().inputValue()).toBe('餐饮油烟扰民')
    await reader.page.keyboard.press('ArrowDown')
    expect(await active()).not.toBeNull()
  })

  test('is opened by a finger as well', async () => {
    await reader.open('index.html', { hasTouch: true })
    await typed('餐饮油烟')
    await options().first().tap()
    await reader.page.waitForURL(/duties\/DEMO-3-47\.html$/)
  })

  test('answers from disk, in traditional characters too', async () => {
    await reader.open(`file://${reader.site.folder}/index.html`)
    await typed('餐飲油煙')
    await reader.page.keyboard.press('ArrowDown')
    await reader.page.keyboard.press('Enter')
    await reader.page.waitForURL(/^file:.*duties\/DEMO-3-47\.html$/)
    expect(reader.errors).toEqual([])
  })

  test.each(['404', 'broken'] as const)(
    'says that the list did not come (%s), and answers when it does',
    async (how) => {
      await reader.open('index.html')
      reader.site.failing = { of: /duties\.js$/, how }
      await box().click()
      await box().pressSequentially('餐饮')
      await reader.page.getByText('权责清单没有打开').first().waitFor()
      expect(await options().count()).toBe(0)
      reader.site.failing = null
      await box().pressSequentially('油烟')
      await options().first().waitFor()
    },
  )

  test('without its script still searches, and the page it leads to helps', async () => {
    await reader.open('index.html', { javaScriptEnabled: false })
    await box().fill('漏'.repeat(200))
    await box().press('Enter')
    await reader.page.waitForURL(/search\.html\?q=/)
    expect(new URL(reader.page.url()).searchParams.get('q')).toHaveLength(120)
    expect(await reader.page.locator('main').textContent()).toContain('可以说给所在的社区或村听')
    expect(await reader.page.locator('#dalei a').count()).toBe(7)
    await reader.page.locator('#dalei a').first().click()
    await reader.page.waitForURL(/duties\/category-1\.html$/)
  })

  // Each width and each scheme once: colours follow no width.
  test.each([
    [360, 'dark'],
    [1280, 'light'],
  ] as const)(
    'with its answers open has no violation of WCAG 2.2 at %s px, %s',
    async (width, colorScheme) => {
      await reader.open('index.html', {
        viewport: { width, height: 800 },
        colorScheme,
        bypassCSP: true,
      })
      await typed('餐饮油烟')
      await reader.page.keyboard.press('ArrowDown')
      expect(await violationsOf(reader.page)).toEqual([])
      expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      )
    },
  )
})
