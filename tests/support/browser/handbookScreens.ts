import type { Page } from 'playwright-core'
import type { PictureName } from '../../../cms/src/handbook/pictureNames.ts'

/** A screen of the handbook: where it is, what is done to get there, and the part of it that is shown. */
export type HandbookScreen = {
  /** Below `/admin`. */
  address: string
  go?: (page: Page) => Promise<unknown>
  part: string
  /** Pixels of the part that are shown from its top; all of it where none are named. */
  height?: number
}

const tab = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click()
const NEW_CASE = '/collections/cases/create'
const FIELDS = '.document-fields__edit'
/** A published case of the article. */
const openCase = async (page: Page) => {
  await page.getByText('溪湖北社区上下学拥堵').first().click()
  await page.locator('[data-way]').waitFor()
}

export const HANDBOOK_SCREENS: Record<PictureName, HandbookScreen> = {
  today: { address: '', part: '.desk', height: 500 },
  'case-what': { address: NEW_CASE, part: FIELDS, height: 1100 },
  'case-course': { address: NEW_CASE, go: tab('谁来、经过'), part: FIELDS, height: 900 },
  'case-result': { address: NEW_CASE, go: tab('结果'), part: FIELDS, height: 1100 },
  'case-private': { address: NEW_CASE, go: tab('不公开'), part: FIELDS, height: 600 },
  photo: { address: '/collections/media/create', part: FIELDS, height: 1000 },
  way: {
    address: '/collections/cases?limit=10',
    go: openCase,
    part: '.document-fields__sidebar-wrap',
    height: 1200,
  },
  withdrawal: {
    address: '/collections/cases?limit=10',
    go: async (page) => {
      await openCase(page)
      await page.locator('#action-withdraw').click()
    },
    part: 'dialog[open]',
  },
  list: { address: '/collections/cases?limit=10', part: '.collection-list', height: 700 },
  history: { address: '/collections/history?limit=10', part: '.collection-list', height: 600 },
  person: { address: '/collections/users/create', part: '.collection-edit', height: 1100 },
  'four-eyes': { address: '/globals/newsroom-settings', part: '.document-fields__edit', height: 220 },
}

/** The words by which people find their way on a part of a screen, in the order in which they stand there; no numbers. */
export function wordsOnScreen(page: Page, part: string): Promise<string[]> {
  return page
    .locator(part)
    .first()
    .evaluate((root) => {
      const bare = (element: Element) => (element.textContent ?? '').replace(/[*\s]+/g, ' ').trim()
      const names = 'label, legend, h1, h2, h3, h4, th, button, .field-label, .download-workbook a'
      const seen: string[] = []
      for (const element of root.querySelectorAll(names)) {
        const text = bare(element)
        const isName =
          text !== '' && text.length <= 40 && !/\d/.test(text) && (element as HTMLElement).checkVisibility()
        if (isName && seen.at(-1) !== text) seen.push(text)
      }
      return seen
    })
}
