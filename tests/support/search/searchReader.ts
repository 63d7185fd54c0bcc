import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS } from '../../../scripts/processes/install/chromiumFlags.ts'
import { openSearchSite, type SearchSite } from './searchSite.ts'

/** A reader with a phone in a real browser, at the shipped demonstration. */
export class SearchReader {
  readonly site: SearchSite
  private readonly browser: Browser
  private context: BrowserContext | null = null
  page!: Page
  /** What a script of the page threw. */
  errors: string[] = []

  private constructor(site: SearchSite, browser: Browser) {
    this.site = site
    this.browser = browser
  }

  static async come(): Promise<SearchReader> {
    const site = await openSearchSite('sample')
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
    options: Parameters<Browser['newContext']>[0] = {},
    before?: (page: Page) => Promise<unknown>,
  ): Promise<void> {
    await this.context?.close()
    this.site.asked.length = 0
    this.context = await this.browser.newContext({ viewport: { width: 360, height: 640 }, ...options })
    this.page = await this.context.newPage()
    this.errors = []
    this.page.on('pageerror', (error) => this.errors.push(error.message))
    await before?.(this.page)
    await this.page.goto(new URL(address, this.site.base).href)
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
    await this.browser.close()
    this.site.close()
  }
}
