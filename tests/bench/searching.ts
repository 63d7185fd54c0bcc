import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type BrowserContext, chromium } from 'playwright-core'
import { childEnvironment } from '../../scripts/processes/command/environment.ts'
import { CHROMIUM_FLAGS } from '../../scripts/processes/install/chromiumFlags.ts'
import { findChromium } from '../../scripts/processes/install/findChromium.mjs'
import { countingRelay } from './countingRelay.ts'

/** Milliseconds between two attempts to find something. */
const AGAIN = 100
/** Longest wait for search to follow, in milliseconds. */
const LONGEST = 1_200_000

/** What a page and its assets cost a reader: bytes as they come through the socket, heads included, and requests. */
export type Cost = { bytes: number; requests: number }

export type SearchingBrowser = {
  /** Opens a search again and again until a hit leads to an address (relative to the site). */
  untilFound: (url: string, address: string) => Promise<void>
  /** Loads a page with an empty cache and waits until nothing more is asked for. */
  costOf: (url: string) => Promise<Cost>
  close: () => Promise<void>
}

/** A real Chromium with a profile of its own. Throws in words where there is none. */
export async function searchingBrowser(): Promise<SearchingBrowser> {
  const found = findChromium(childEnvironment(), (line: string) => console.error(line))
  if ('missing' in found) throw new Error(found.missing)
  const profile = mkdtempSync(path.join(tmpdir(), 'bench-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    args: CHROMIUM_FLAGS,
    headless: true,
  })
  return {
    untilFound: (url, address) => untilFound(context, url, address),
    costOf: (url) => costOf(context, url),
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function untilFound(context: BrowserContext, url: string, address: string): Promise<void> {
  const page = await context.newPage()
  try {
    for (const until = Date.now() + LONGEST; Date.now() < until; ) {
      await page.goto(url)
      const hit = page.locator(`main a[href$="${address}"]`)
      const isThere = await hit
        .first()
        .waitFor({ timeout: 1500 })
        .then(() => true)
        .catch(() => false)
      if (isThere) return
      await pause(AGAIN)
    }
    throw new Error(`搜索一直没有找到 ${address}`)
  } finally {
    await page.close()
  }
}

async function costOf(context: BrowserContext, url: string): Promise<Cost> {
  const relay = await countingRelay(new URL(url).origin)
  const page = await context.newPage()
  try {
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    let requests = 0
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (request.url.startsWith('http')) requests++
    })
    await page.goto(relay.through(url), { waitUntil: 'networkidle' })
    return { bytes: relay.received(), requests }
  } finally {
    await page.close()
    relay.close()
  }
}
