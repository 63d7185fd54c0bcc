import type { Page } from 'playwright-core'

/** Names that are written in Latin letters in Chinese too, and the marks of our own numbers. */
const NAMES = [
  ...[
    'SiteName',
    'SiteDomain',
    'SiteIDCode',
    'URL',
    'ID',
    'ICP',
    'XLSX',
    'CSV',
    'REST',
    'JPEG',
    'PNG',
    'WebP',
    'AVIF',
    'TIFF',
    'GIF',
    'PDF',
    'TSV',
    'Excel',
    'MB',
    'kB',
  ],
  ...[
    'WS',
    'PRESS',
    'DEMO',
    'TX',
    'JB',
    'DB',
    'ZY',
    'SHA',
    'http',
    'https',
    'webp',
    'demo',
    'mechanism',
    'pages',
  ],
]
/** Where records themselves stand: their keys, addresses and names are what somebody entered. */
const RECORDS =
  'td, pre, code, input, textarea, .rs__value-container, .doc-header__title, .render-title, .step-nav, option, nextjs-portal, .row-label'

/** The words of a screen that are not Chinese, and the times in a spelling of another place; examples in help are left out. */
export async function foreignWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate((records) => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement
      if (!around || around.closest(`${records}, script, style`) || !around.checkVisibility()) continue
      found.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll<HTMLElement>('[aria-label], [title], [placeholder]'))
      if (!element.closest(records) || element.matches('input, textarea'))
        for (const name of ['aria-label', 'title', 'placeholder'])
          found.push(element.getAttribute(name) ?? '')
    return found
  }, RECORDS)
  const found = texts.flatMap((text) => {
    const bare = text
      .replace(/例如[^，。；]*/g, '')
      .replace(/[\w.-]+@[\w.-]+|(npm run )?[\w/-]*\.(html|json|txt|xlsx?|csv)/g, '')
    const english = (bare.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !NAMES.includes(word))
    const times = text.match(/\d{4}-\d\d-\d\dT\d\d:\d\d|\b\d{1,2}:\d\d ?[AP]M\b/g) ?? []
    return [...english, ...times].map((word) => `${word}: ${text.trim().slice(0, 60)}`)
  })
  return [...new Set(found)]
}
