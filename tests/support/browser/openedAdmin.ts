import type { Page } from 'playwright-core'
import { preparedData } from '../product/preparedData.ts'
import { freePorts, npmStart, ready, type Started } from '../product/startedProduct.ts'
import { removeFolder } from '../removeFolder.ts'
import { signIn } from './adminPage.ts'
import { type Browser, openChromium } from './chromium.ts'

export type OpenedAdmin = {
  product: Started
  dataDir: string
  browser: Browser
  /** Signed in as the administrator of the first start. */
  page: Page
  /** Addresses without a slash at their end. */
  admin: string
  site: string
  close: () => Promise<void>
}

/** Milliseconds for one step in the browser: a busy machine builds screens slowly. */
const PATIENCE = 60_000

/**
 * A product of its own with the shipped facts, and somebody at its admin in a fresh Chromium.
 * @param height of the window, in CSS pixels
 * @param timezoneId where the computer stands, as IANA names it; the machine's own otherwise
 */
export async function openAdmin({
  height = 1000,
  timezoneId,
}: {
  height?: number
  timezoneId?: string
} = {}) {
  const dataDir = await preparedData('admin')
  const product = npmStart({ DATA_DIR: dataDir, ...(await freePorts()) })
  const { admin, site } = await ready(product)
  const browser = await openChromium({ viewport: { width: 1280, height }, locale: 'zh-CN', timezoneId })
  browser.context.setDefaultTimeout(PATIENCE)
  const page = await signIn(browser.context, admin, dataDir)
  const close = async () => {
    await browser.close()
    product.npm.kill('SIGTERM')
    await product.ended
    removeFolder(dataDir)
  }
  return { product, dataDir, browser, page, admin, site, close } satisfies OpenedAdmin
}
