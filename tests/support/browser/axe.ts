import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { isLong } from '../generated.ts'

type Axe = {
  run: (where: object, o: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

const SCRIPT = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Gives a page the script of axe, once. */
async function withAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(readFileSync(SCRIPT, 'utf8'))
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Violations of WCAG 2.0 to 2.2, A and AA, on a page as it stands. Its context must bypass the page's CSP. */
export const violationsOf = (page: Page): Promise<string[]> =>
  violations(page, { runOnly: { type: 'tag', values: WCAG } })

/** The same of every rule that axe has on its own, good practice among them. */
export const violationsOfAny = (page: Page): Promise<string[]> => violations(page, {})

/** Rows and entries far down a long list are like those above them, and cost most of the time: a long run takes them too. */
const FAR_DOWN = isLong ? [] : [['tbody tr:nth-child(n+21)'], ['li:nth-child(n+21)']]

async function violations(page: Page, rules: object): Promise<string[]> {
  await withAxe(page)
  return page.evaluate(
    async ([exclude, asked]) => {
      const { axe } = globalThis as unknown as { axe: Axe }
      const where = { include: [['html']], exclude }
      const { violations } = await axe.run(where, { ...asked, resultTypes: ['violations'] })
      return violations.map((v) => `${v.id} ${v.nodes[0]?.html.slice(0, 160)}`)
    },
    [FAR_DOWN, rules] as const,
  )
}
