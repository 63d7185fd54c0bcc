import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

/** By data folder: the file with the password goes with the first login. */
const credentials = new Map<string, string[]>()

/** The admin as the first administrator of a newsroom that made its own password. */
export async function signIn(context: BrowserContext, admin: string, dataDir: string): Promise<Page> {
  const known =
    credentials.get(dataDir) ?? readFileSync(path.join(dataDir, 'first-editor.txt'), 'utf8').split('\n')
  credentials.set(dataDir, known)
  const page = await context.newPage()
  await page.goto(admin)
  await page.locator('input[name=email]').fill(known[0] as string)
  await page.locator('input[name=password]').fill(known[1] as string)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/admin\/?$/)
  return page
}
