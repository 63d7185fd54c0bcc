import { rmSync } from 'node:fs'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { env } from '../env.ts'
import { recordDeed } from '../history/recordDeed.ts'
import { refuse } from '../hooks/refuse.ts'
import { inTransaction } from '../inTransaction.ts'
import { type Backup, backupsHolding } from './backupsHolding.ts'
import { erasePhoto, showing } from './erasePhoto.ts'
import { eraseWords, type Found, findWords } from './eraseWords.ts'
import { importFilesHolding } from './importFilesHolding.ts'
import { orderSweep } from './orderSweep.ts'

type Id = number | string

/** What is to go for good: words wherever they stand, or a photo. */
export type Sought = { words: string; photo?: undefined } | { photo: Id; words?: undefined }

/** What stands where, before or after it was erased. */
export type Erasure = Found & {
  /** Backups in `DATA_DIR/backups`, and whether each holds it. Erasing changes none of them. */
  backups: Backup[]
  /** Kept files of imports that hold the words. */
  files: number
}

/** Reads where it stands. Changes nothing. */
export async function lookFor(payload: Payload, sought: Sought): Promise<Erasure> {
  if (sought.words !== undefined) {
    const files = (await importFilesHolding(payload, sought.words)).length
    const backups = await backupsHolding(env.dataDir, sought.words)
    return { ...(await findWords(payload, sought.words)), files, backups }
  }
  const req = await createLocalReq({}, payload)
  const filename = await fileOf(req, sought.photo)
  const counts = { media: 1, cases: (await showing(req, sought.photo)).length }
  return { counts, inTheWay: null, files: 0, backups: await backupsHolding(env.dataDir, filename) }
}

async function fileOf(req: PayloadRequest, photo: Id): Promise<string> {
  const where = { id: { equals: photo } }
  const found = (await req.payload.db.findOne({ collection: 'media', where, req })) as {
    filename: string
  } | null
  return found?.filename ?? refuse('没有这张照片', 404)
}

/**
 * Erases words or a photo for good: out of records, drafts, versions, bin, history and what imports said, in one transaction
 * with one row of the history, which does not repeat them; then kept import files go, and the publisher is asked to drop
 * old releases that hold them. Throws in words while something public holds them.
 * @param seen the counts that the person saw
 */
export async function erase(
  payload: Payload,
  sought: Sought,
  {
    user,
    reason,
    seen,
  }: { user: NonNullable<PayloadRequest['user']>; reason: string; seen: Found['counts'] },
): Promise<Erasure> {
  const before = await lookFor(payload, sought)
  if (before.inTheWay) refuse(before.inTheWay, 409)
  if (!isSame(before.counts, seen)) refuse('数目和刚才看到的不一样了：请重新看一遍，再清除', 409)
  const files = sought.words === undefined ? [] : await importFilesHolding(payload, sought.words)
  const filename = await inTransaction(payload, { user }, async (req) => {
    const photo = sought.words === undefined ? await erasePhoto(req, sought.photo) : null
    if (sought.words !== undefined) await eraseWords(req, sought.words)
    for (const { id } of files)
      await payload.db.updateOne({
        collection: 'imports',
        id,
        data: { keptFile: null },
        req,
        returning: false,
      })
    const reference = photo ? `照片${photo.file.slice(0, 8)}` : '一段文字'
    await recordDeed(req, {
      deed: 'erase',
      recordType: photo ? 'media' : 'database',
      reference,
      note: reason,
    })
    return photo?.file ?? null
  })
  for (const { file } of files) rmSync(file, { force: true })
  orderSweep(env.dataDir, { words: sought.words ?? null, blob: filename?.replace(/\..*$/, '') ?? null })
  return before
}

const isSame = (one: Record<string, number>, other: Record<string, number>) =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => (one[name] ?? 0) === (other[name] ?? 0),
  )
