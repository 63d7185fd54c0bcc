import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { forTheProcess } from '../forTheProcess.ts'
import { refuse } from '../hooks/refuse.ts'
import { inPixels, type PhotoMask } from './photoMasks.ts'

/** What is taken, by what a browser calls it; a telephone that has another kind turns it into one of these itself. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/tiff']
const FORMATS = ['jpeg', 'png', 'webp', 'heif', 'tiff']
const KINDS = 'JPEG、PNG、WebP、AVIF、TIFF'
/** Longest side of a published photo, in pixels. */
const LONGEST_SIDE = 2000
/** What a photo may hold, in pixels: telephones take up to 50 million, and save 12 by default. */
const MOST_PIXELS = 40_000_000
/** How many photos wait for the one that is being drawn; more are sent away. */
const MOST_WAITING = 8

// Only the readers of these kinds are ever started, whatever a file says that it is.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Tiff'].map((kind) => `VipsForeignLoad${kind}`),
})
// One photo at a time on one thread: saving goes on beside it.
sharp.concurrency(1)

export type Photo = { data: Buffer; name: string }

const queue = forTheProcess('photos', () => ({ last: Promise.resolve() as Promise<unknown>, waiting: 0 }))

/**
 * Draws a photo anew as WebP, so that no place, time or device of the camera stays in it, and names it by the hash of
 * its bytes. Refuses in words what is no photo or too large, and when too many wait.
 * @param masks what is painted over before anything is kept
 */
export async function redrawPhoto(file: Buffer, masks: readonly PhotoMask[] = []): Promise<Photo> {
  if (queue.waiting >= MOST_WAITING) refuse('正在处理的照片太多：请过一会儿再上传', 503)
  queue.waiting++
  const drawn = queue.last.then(() => redraw(file, masks))
  queue.last = drawn.catch(() => {})
  try {
    return await drawn
  } finally {
    queue.waiting--
  }
}

async function redraw(file: Buffer, masks: readonly PhotoMask[]): Promise<Photo> {
  const image = sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
  const { format, width, height } = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => unreadable(file))
  if (!FORMATS.includes(format)) refuse(`不收 ${format}：请上传照片（${KINDS}）`)
  if (width * height > MOST_PIXELS)
    refuse(
      `这张照片有${Math.ceil((width * height) / 1_000_000)}百万像素，最多${MOST_PIXELS / 1_000_000}百万：请先缩小再上传`,
    )
  const upright = image
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
  const data = await (masks.length > 0 ? painted(upright, masks) : Promise.resolve(upright))
    .then((seen) => seen.webp({ quality: 82 }).toBuffer())
    .catch(() => unreadable(file))
  return { data, name: `${createHash('sha256').update(data).digest('hex')}.webp` }
}

/** The photo with rectangles burnt in: what was below them is nowhere in it. */
async function painted(upright: Sharp, masks: readonly PhotoMask[]): Promise<Sharp> {
  const { data, info } = await upright.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const raw = { width, height, channels: info.channels }
  return sharp(data, { raw }).composite(
    masks.map((mask) => {
      const { left, top, ...size } = inPixels(mask, info)
      return { input: { create: { ...size, channels: 3 as const, background: '#222222' } }, left, top }
    }),
  )
}

function unreadable(file: Buffer): never {
  if (/^....ftyp(hei|hev|mif1|msf1)/s.test(file.subarray(0, 16).toString('latin1')))
    refuse('不收 HEIC：请在手机上把照片存成 JPEG 再上传（苹果手机：设置 → 相机 → 格式 → 兼容性最佳）')
  if (/^\s*(<|\uFEFF)/.test(file.subarray(0, 64).toString('utf8')))
    refuse(`不收 SVG 和网页：请上传照片（${KINDS}）`)
  return refuse(`这个文件读不出图像：请换一张照片再上传（${KINDS}）`)
}
