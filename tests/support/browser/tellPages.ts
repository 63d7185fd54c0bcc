import { afterEach } from 'vitest'
import { openBrowsers } from './chromium.ts'

/** Milliseconds for a page to say what stands on it: one that hangs says nothing. */
const PATIENCE = 5_000
/** Characters of a page that are told. */
const LENGTH = 1_500

/** After a test that failed, prints what stands on every open page: what a machine that nobody sees had before it. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const page of [...openBrowsers].flatMap((context) => context.pages())) {
    const silent = new Promise<string>((resolve) => setTimeout(resolve, PATIENCE, '(it does not answer)'))
    const words = page.evaluate(() => document.body.innerText).catch(String)
    console.log(`${page.url()}\n${(await Promise.race([words, silent])).slice(0, LENGTH)}`)
  }
})
