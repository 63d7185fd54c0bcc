import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'
import { originalNameOf } from '../photos/redrawnPhotos.ts'
import { refuse } from './refuse.ts'

/**
 * Before a photo is stored: it was drawn anew before Payload was asked (which holds the only writer from here on), it is
 * not there already, and a stored photo is never exchanged.
 */
export const redrawnOnly: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (!req.file) return args
  if (operation !== 'create') refuse('照片不能原地换掉：请上传为新照片，再在事项里改选')
  const { name } = req.file
  const originalName = originalNameOf(name)
  if (originalName === undefined) refuse('这张照片没有经过处理：请在编辑部的“照片”里上传')
  const where = { filename: { equals: name } }
  const { totalDocs } = await req.payload.db.count({ collection: 'media', where, req })
  if (totalDocs > 0) refuse('这张照片已经上传过：请在照片库里选用')
  return args
}

/** Keeps what the file was called, for the newsroom only. */
export const keepOriginalName: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation === 'create' && req.file) data.originalName = originalNameOf(req.file.name)
  return data
}
