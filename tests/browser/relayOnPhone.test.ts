import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '#domain/records/snapshot'
import { recordPath } from '../../site/src/urls.ts'
import { type Browser, openChromium } from '../support/browser/chromium.ts'
import { isLong, seedNumber } from '../support/generated.ts'
import { shippedWorld } from '../support/product/shippedSite.ts'
import { type ShippedPages, serveShipped } from '../support/shippedPages.ts'

/** Every so many reopened cases of the demonstration in a short run; all of them in a long one. */
const EVERY = isLong ? 1 : 12
let site: ShippedPages
let browser: Browser
let reopened: Row<'cases'>[]

beforeAll(async () => {
  const world = await shippedWorld('sample')
  const first = seedNumber('relay on phone') % EVERY
  reopened = world
    .all('cases')
    .filter((c) => c.timeline.some((e) => e.kind === 'reopened'))
    .filter((_c, i) => i % EVERY === first)
  const addresses = reopened.map((c) => recordPath('cases', c.reference))
  site = await serveShipped(world, (address) => addresses.includes(address))
  browser = await openChromium({ viewport: { width: 360, height: 740 } })
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

/** Labels of the marks in the upright strip, and each text that a stroke or another text runs through. */
const measured = (page: Page) =>
  page.evaluate(() => {
    type Box = { left: number; right: number; top: number; bottom: number }
    const strip = document.querySelector('figure.relay .vertical') as SVGSVGElement
    /** A point of the drawing on the screen. */
    const placed = (of: SVGGraphicsElement, x: number, y: number) =>
      new DOMPoint(x, y).matrixTransform(of.getScreenCTM() as DOMMatrix)
    const texts = [...strip.querySelectorAll('text')].map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect()
      // A box of letters has air above and below them.
      const air = text.classList.contains('upright') ? 0.5 : (bottom - top) / 6
      return {
        words: text.textContent?.trim() ?? '',
        left: left + 0.5,
        right: right - 0.5,
        top: top + air,
        bottom: bottom - air,
      }
    })
    /** Whether a stroke, given by its ends, touches a box: looked at in steps of a quarter pixel. */
    const touches = (a: DOMPoint, b: DOMPoint, box: Box) => {
      const steps = Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) * 4) || 1
      for (let i = 0; i <= steps; i++) {
        const [x, y] = [a.x + ((b.x - a.x) * i) / steps, a.y + ((b.y - a.y) * i) / steps]
        if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true
      }
      return false
    }
    const struck: string[] = []
    for (const line of strip.querySelectorAll('line')) {
      const [a, b] = [
        placed(line, line.x1.baseVal.value, line.y1.baseVal.value),
        placed(line, line.x2.baseVal.value, line.y2.baseVal.value),
      ]
      for (const text of texts)
        if (touches(a, b, text)) struck.push(`${text.words} | ${line.getAttribute('class')}`)
    }
    for (const bar of strip.querySelectorAll('rect')) {
      const b = bar.getBoundingClientRect()
      for (const t of texts)
        if (b.left < t.right && b.right > t.left && b.top < t.bottom && b.bottom > t.top)
          struck.push(`${t.words} | 粗条`)
    }
    texts.forEach((t, i) => {
      for (const u of texts.slice(i + 1))
        if (u.left < t.right && u.right > t.left && u.top < t.bottom && u.bottom > t.top)
          struck.push(`${t.words} | ${u.words}`)
    })
    return { words: texts.map((t) => t.words), struck }
  })

test('a reopened case on a phone: each mark of its strip has its label, and nothing runs through a text', async () => {
  expect(reopened.length).toBeGreaterThan(5)
  const page = await browser.context.newPage()
  const wrong: string[] = []
  for (const c of reopened) {
    await page.goto(site.base + recordPath('cases', c.reference))
    const { words, struck } = await measured(page)
    const marks = c.timeline
      .filter((e) => e.at !== undefined && e.at.length > 10)
      .filter((e) => e.kind === 'reopened' || e.kind === 'closure')
    const labels = words.filter((w) => /^(?:重办|再?结案)$/.test(w))
    if (labels.length !== marks.length) wrong.push(`${c.reference}: ${labels.length}/${marks.length}`)
    wrong.push(...struck.map((s) => `${c.reference}: ${s}`))
  }
  expect(wrong).toEqual([])
})
