import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

type Axe = {
  run: (where: Document, o: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/** Violations of WCAG 2.0 to 2.2, A and AA, on a page as it stands. Its context must bypass the page's CSP. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } })
    return violations.map((v) => `${v.id} ${v.nodes[0]?.html.slice(0, 160)}`)
  })
}
