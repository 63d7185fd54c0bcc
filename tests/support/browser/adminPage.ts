import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

/** By data folder: the file with the password goes with the first login, and the password has to be replaced. */
const credentials = new Map<string, { email: string; password: string }>()
const OWN = 'a password of my own'

/**
 * The admin as the first administrator of a newsroom that made its own password, which is replaced at the first
 * sign-in. The door itself is not opened in the browser: `newsroom.test.ts` is about it.
 */
export async function signIn(context: BrowserContext, admin: string, dataDir: string): Promise<Page> {
  const known = credentials.get(dataDir) ?? madeIn(dataDir)
  const users = `${new URL(admin).origin}/api/users`
  const { token, user } = await said(await context.request.post(`${users}/login`, { data: known }))
  if (!credentials.has(dataDir)) {
    const headers = { authorization: `JWT ${token}` }
    const data = { oldPassword: known.password, password: OWN }
    await said(await context.request.patch(`${users}/${user?.id}`, { headers, data }))
    credentials.set(dataDir, { email: known.email, password: OWN })
  }
  const page = await context.newPage()
  await page.goto(admin)
  await page.waitForURL(/\/admin\/?$/)
  return page
}

function madeIn(dataDir: string): { email: string; password: string } {
  const [email, password] = readFileSync(path.join(dataDir, 'first-editor.txt'), 'utf8').split('\n')
  return { email: String(email), password: String(password) }
}

async function said(answer: Awaited<ReturnType<BrowserContext['request']['post']>>) {
  if (!answer.ok()) throw new Error(`${answer.url()} says ${answer.status()}: ${await answer.text()}`)
  return (await answer.json()) as { token?: string; user?: { id: number | string } }
}
