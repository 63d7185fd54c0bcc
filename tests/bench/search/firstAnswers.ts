import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { childEnvironment } from '../../../scripts/processes/command/environment.ts'
import { CHROMIUM_FLAGS } from '../../../scripts/processes/install/chromiumFlags.ts'
import { findChromium } from '../../../scripts/processes/install/findChromium.mjs'
import type { Sent, ServedIndex } from './servedIndex.ts'

/** What residents ask, half of it in words that no list uses. */
const QUESTIONS = [
  '天花板掉灰渣谁负责',
  '下水井盖子丢了',
  '包工头不发工资',
  '楼道灯坏了没人修',
  '水管爆了',
  '餐饮油烟扰民',
  '小区门口垃圾堆了好几天没人清',
  '楼下烧烤摊半夜吵得睡不着',
  '电动车在楼道里充电',
  'louxialoushui',
] as const
/** Excerpts come after the hits and are counted apart. */
const EXCERPT = /^(?!search\/).+\.json$/

/**
 * What came from the server until a new reader, with a profile of their own for each question, saw whom to go to and
 * the first three hits. Throws when they do not come.
 */
export async function firstAnswers(
  served: ServedIndex,
): Promise<{ question: string; sent: Sent[]; bytes: number }[]> {
  const found = findChromium(childEnvironment(), (line: string) => console.error(line))
  if ('missing' in found) throw new Error(found.missing)
  const answers = []
  for (const question of QUESTIONS) {
    const profile = mkdtempSync(path.join(tmpdir(), 'bench-chromium-'))
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: found.path,
      args: CHROMIUM_FLAGS,
      headless: true,
      viewport: { width: 360, height: 640 },
    })
    try {
      const page = await context.newPage()
      served.sent.length = 0
      await page.goto(`${served.address}/search.html?q=${encodeURIComponent(question)}`)
      await page.locator('.answer a').first().waitFor()
      await page.locator('#jieguo .entries > li[data-path]').nth(2).waitFor({ state: 'attached' })
      const sent = served.sent.filter(({ path: address }) => !EXCERPT.test(address))
      answers.push({ question, sent, bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0) })
    } finally {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  return answers
}
