import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

/** By data folder: the file with the password goes with the first login, and the password has to be replaced. */
const credentials = new Map<string, { email: string; password: string }>()
const OWN = 'a password of my own'

/** The admin as the first administrator of a newsroom that made its own password, which is replaced at the first sign-in. */
export async function signIn(context: BrowserContext, admin: string, dataDir: string): Promise<Page> {
  const made = credentials.has(dataDir)
    ? null
    : readFileSync(path.join(dataDir, 'first-editor.txt'), 'utf8').split('\n')
  const known = credentials.get(dataDir) ?? { email: String(made?.[0]), password: String(made?.[1]) }
  const page = await context.newPage()
  await page.goto(admin)
  await page.locator('input[name=email]').fill(known.email)
  await page.locator('input[name=password]').fill(known.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(made ? /\/admin\/account\/?$/ : /\/admin\/?$/)
  if (!made) return page
  const status = await page.evaluate(
    async ([oldPassword, password]) => {
      const { user } = await (await fetch('/api/users/me')).json()
      const answer = await fetch(`/api/users/${user.id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ oldPassword, password }),
      })
      return answer.status
    },
    [known.password, OWN],
  )
  if (status !== 200) throw new Error(`the password that was made could not be replaced: ${status}`)
  credentials.set(dataDir, { email: known.email, password: OWN })
  await page.goto(admin)
  await page.waitForURL(/\/admin\/?$/)
  return page
}
