import { createHash } from 'node:crypto'
import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import sharp from 'sharp'
import { refuse } from './refuse.ts'

const FORMATS = ['jpeg', 'png', 'webp', 'heif', 'tiff']
/** Longest side of a published photo, in pixels. */
const LONGEST_SIDE = 2000

/**
 * Before a photo is stored: drawn anew as WebP (so that no place, time or device of the camera stays in it) and named
 * by the hash of its bytes. SVG and whatever is no photo are refused. A stored photo is never exchanged.
 */
export const reencodePhoto: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (!req.file) return args
  if (operation !== 'create') refuse('照片不能原地换掉：请上传为新照片，再在事项里改选')
  const originalName = req.file.name
  req.file = await reencoded(req.file)
  const { totalDocs } = await req.payload.db.count({
    collection: 'media',
    where: { filename: { equals: req.file.name } },
    req,
  })
  if (totalDocs > 0) refuse('这张照片已经上传过：请在照片库里选用')
  req.context.originalName = originalName
  return args
}

type File = NonNullable<PayloadRequest['file']>

async function reencoded(file: File): Promise<File> {
  // Read as text first: an SVG is never handed to the image library.
  if (/^\s*(<|\uFEFF)/.test(file.data.subarray(0, 64).toString('utf8')))
    refuse('不收 SVG：请上传照片（JPEG、PNG、WebP、HEIC）')
  let data: Buffer
  try {
    const image = sharp(file.data, { limitInputPixels: 100_000_000 })
    const { format } = await image.metadata()
    if (!FORMATS.includes(format)) refuse(`不收 ${format}：请上传照片（JPEG、PNG、WebP、HEIC）`)
    data = await image
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer()
  } catch (error) {
    if (error instanceof Error && /^不收/.test(error.message)) throw error
    return refuse('这个文件读不出图像：请换一张照片再上传')
  }
  const name = `${createHash('sha256').update(data).digest('hex')}.webp`
  return { data, mimetype: 'image/webp', name, size: data.length }
}

/** Keeps what the file was called, for the newsroom only. */
export const keepOriginalName: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation === 'create' && typeof req.context.originalName === 'string')
    data.originalName = req.context.originalName
  return data
}
