import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { CHROMIUM_FLAGS } from '../../../scripts/processes/install/chromiumFlags.ts'
import { removeFolder } from '../removeFolder.ts'

export type Browser = { context: BrowserContext; close: () => Promise<void> }

/** The browsers of this test file that are open. */
export const openBrowsers = new Set<BrowserContext>()

/**
 * A fresh Chromium with a profile of its own. Throws when CHROMIUM_PATH is not set: `npm test` finds or installs it.
 * @param options those of playwright's persistent context, such as viewport or javaScriptEnabled
 */
export async function openChromium(
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) throw new Error('没有 CHROMIUM_PATH：请用 npm test 运行，或指明 chromium 的位置')
  const profile = mkdtempSync(path.join(tmpdir(), 'chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: CHROMIUM_FLAGS,
    headless: true,
    ...options,
  })
  openBrowsers.add(context)
  return {
    context,
    close: async () => {
      openBrowsers.delete(context)
      await context.close()
      removeFolder(profile)
    },
  }
}
