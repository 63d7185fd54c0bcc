import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS } from '../../../scripts/processes/install/chromiumFlags.ts'
import { openSearchSite, type SearchSite } from './searchSite.ts'

/** A reader with a phone in a real browser, at the shipped demonstration. */
export class SearchReader {
  readonly site: SearchSite
  private readonly browser: Browser
  private context: BrowserContext | null = null
  /** Whether the page is open and a plain one, which the next plain visit may have. */
  private isPlain = false
  page!: Page
  /** What a script of the page threw. */
  errors: string[] = []

  private constructor(site: SearchSite, browser: Browser) {
    this.site = site
    this.browser = browser
  }

  static async come(): Promise<SearchReader> {
    const site = await openSearchSite()
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH as string,
      args: CHROMIUM_FLAGS,
      headless: true,
    })
    return new SearchReader(site, browser)
  }

  /**
   * Opens an address of the site, or a whole one, as somebody who never was there.
   * @param before runs in the page before its scripts
   */
  async open(
    address: string,
    options?: Parameters<Browser['newContext']>[0],
    before?: (page: Page) => Promise<unknown>,
  ): Promise<void> {
    const isPlain = !options && !before
    if (isPlain && this.isPlain) await this.forget()
    else await this.anew(options)
    this.isPlain = false
    this.site.asked.length = 0
    this.errors = []
    await before?.(this.page)
    await this.page.goto(new URL(address, this.site.base).href)
    this.isPlain = isPlain
  }

  /** Opens the search page with a question. */
  search(
    text: string,
    options?: Parameters<Browser['newContext']>[0],
    before?: (page: Page) => Promise<unknown>,
  ) {
    return this.open(`search.html?q=${encodeURIComponent(text)}`, options, before)
  }

  async leave(): Promise<void> {
    await this.browser?.close()
    this.site.close()
  }

  private async anew(options: Parameters<Browser['newContext']>[0]): Promise<void> {
    await this.context?.close()
    this.context = await this.browser.newContext({ viewport: { width: 360, height: 640 }, ...options })
    this.page = await this.context.newPage()
    this.page.on('pageerror', (error) => this.errors.push(error.message))
  }

  /** Takes from the browser whatever a reader leaves in it; a browser of one's own takes three times as long. */
  private async forget(): Promise<void> {
    await this.page.unrouteAll()
    await this.page.evaluate(() => {
      sessionStorage.clear()
      window.name = ''
    })
    await this.page.goto('about:blank')
    const devtools = await this.page.context().newCDPSession(this.page)
    await devtools.send('Network.clearBrowserCache')
    await devtools.send('Storage.clearDataForOrigin', {
      origin: new URL(this.site.base).origin,
      storageTypes: 'all',
    })
    await devtools.detach()
  }
}
