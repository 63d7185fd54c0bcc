import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROLE_LABELS, ROLES } from '#domain/vocabulary'
import { PICTURE_NAMES, type PictureName } from '../../cms/src/handbook/pictureNames.ts'
import { foreignWords } from '../support/browser/foreignWords.ts'
import { HANDBOOK_SCREENS, wordsOnScreen } from '../support/browser/handbookScreens.ts'
import { type OpenedAdmin, openAdmin } from '../support/browser/openedAdmin.ts'

const PICTURES = path.resolve(import.meta.dirname, '../../cms/src/handbook/pictures')
const SHOWN = path.join(PICTURES, 'shown.json')
/** With `HANDBOOK_PICTURES=retake`, the pictures are taken anew, and with them what stands on them. */
const isRetaking = process.env.HANDBOOK_PICTURES === 'retake'

let opened: OpenedAdmin
let page: Page
let admin: string

beforeAll(async () => {
  opened = await openAdmin({ height: 1400 })
  ;({ page, admin } = opened)
})
afterAll(() => opened?.close())

test('each picture shows the screen as it is: the same labels, fields and buttons, in the same order', async () => {
  const shown = JSON.parse(readFileSync(SHOWN, 'utf8')) as Record<string, string[]>
  const taken: Record<string, string[]> = {}
  for (const name of PICTURE_NAMES) {
    const { part } = await openScreen(name)
    taken[name] = await settled(() => wordsOnScreen(page, part), isRetaking ? undefined : shown[name])
    if (isRetaking) await takePicture(name)
  }
  if (isRetaking) writeFileSync(SHOWN, `${JSON.stringify(taken, null, 1)}\n`)
  else expect(taken, '屏幕变了：HANDBOOK_PICTURES=retake 重拍，并改手册').toEqual(shown)
})

test('the handbook of every role is in the navigation, in Chinese, with its pictures, and goes on paper without the frame', async () => {
  await page.goto(admin)
  await page.locator('.nav-toggler').first().click()
  await page.locator('#nav-handbook').click()
  await page.waitForURL(/\/admin\/handbook/)
  for (const role of ROLES) {
    await page.goto(`${admin}/handbook?role=${role}`)
    await page.getByRole('heading', { level: 1, name: `手册：${ROLE_LABELS[role]}` }).waitFor()
    const images = page.locator('.handbook img')
    await expect
      .poll(() =>
        images.evaluateAll((all) => all.filter((each) => !(each as HTMLImageElement).naturalWidth).length),
      )
      .toBe(0)
    expect(await images.count()).toBeGreaterThan(1)
    expect(await foreignWords(page)).toEqual([])
  }
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.nav').first().isVisible()).toBe(false)
  const width = await page.locator('.handbook').evaluate((element) => element.getBoundingClientRect().width)
  expect(width).toBeGreaterThan(600)
  await page.emulateMedia({ media: 'screen' })
})

async function openScreen(name: PictureName) {
  const screen = HANDBOOK_SCREENS[name]
  await page.goto(`${admin}${screen.address}`)
  const seen = page.locator(screen.go ? 'body' : screen.part).first()
  await seen.waitFor()
  await page.waitForLoadState('networkidle')
  await screen.go?.(page)
  await page.locator(screen.part).first().waitFor()
  return screen
}

/** What is read twice in the same way, or is as wanted; a form fills itself bit by bit. */
async function settled(read: () => Promise<string[]>, wanted: string[] | undefined): Promise<string[]> {
  let last = ''
  for (let i = 0; i < 40; i++) {
    const now = await read()
    const text = JSON.stringify(now)
    if (wanted ? text === JSON.stringify(wanted) : text === last && now.length > 0 && i > 4) return now
    last = text
    await page.waitForTimeout(500)
  }
  return read()
}

async function takePicture(name: PictureName): Promise<void> {
  const { part, height } = HANDBOOK_SCREENS[name]
  const png = await page.locator(part).first().screenshot({ animations: 'disabled', caret: 'hide' })
  const { width: w = 0, height: h = 0 } = await sharp(png).metadata()
  await sharp(png)
    .extract({ left: 0, top: 0, width: w, height: Math.min(h, height ?? h) })
    .resize({ width: 900, withoutEnlargement: true })
    .webp({ quality: 55 })
    .toFile(path.join(PICTURES, `${name}.webp`))
}
