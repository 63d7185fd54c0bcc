import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { env } from '../env.ts'
import { erasedRows } from '../history/erasedRows.ts'
import { recordDeed } from '../history/recordDeed.ts'
import { refuse } from '../hooks/refuse.ts'
import { dropKeptFile } from '../imports/uploads/uploadStore.ts'
import { inTransaction } from '../inTransaction.ts'
import { type Backup, backupsHolding } from './backupsHolding.ts'
import { erasePhoto, showing } from './erasePhoto.ts'
import { eraseWords, type Found, findWords } from './eraseWords.ts'
import { importFilesHolding } from './importFilesHolding.ts'
import { orderSweep } from './orderSweep.ts'
import { wipeFreePages } from './wipeFreePages.ts'

type Id = number | string

/** What is to go for good: words wherever they stand, or a photo. */
export type Sought = { words: string; photo?: undefined } | { photo: Id; words?: undefined }

/** What stands where, before or after it was erased. */
export type Erasure = Found & {
  /** Backups in `DATA_DIR/backups`, and whether each holds it. Erasing changes none of them. */
  backups: Backup[]
  /** Files of imports, and files handed in for one, that hold the words. */
  files: number
}

/** Reads where it stands. Changes nothing. */
export async function lookFor(payload: Payload, sought: Sought): Promise<Erasure> {
  if (sought.words !== undefined) {
    const files = (await importFilesHolding(payload, sought.words)).length
    const backups = await backupsHolding(env.dataDir, sought.words)
    return { ...(await findWords(payload, sought.words)).found, files, backups }
  }
  const req = await createLocalReq({}, payload)
  const filename = await fileOf(req, sought.photo)
  const counts = photoCounts((await showing(req, sought.photo)).length)
  return { counts, inTheWay: null, files: 0, backups: await backupsHolding(env.dataDir, filename) }
}

async function fileOf(req: PayloadRequest, photo: Id): Promise<string> {
  const where = { id: { equals: photo } }
  const found = (await req.payload.db.findOne({ collection: 'media', where, req })) as {
    filename: string
  } | null
  return found?.filename ?? refuse('没有这张照片', 404)
}

const photoCounts = (versions: number): Found['counts'] => ({ media: 1, cases: versions })

/**
 * Erases words or a photo for good: out of records, drafts, versions, bin, history and what imports said, in one transaction
 * with one row of the history, which does not repeat them; then the files of imports go with what was read of them, and the
 * publisher is asked to drop old releases that hold them. Throws in words while something public holds them.
 * @param seen the counts that the person saw: what goes is as many, or nothing
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
  const files = sought.words === undefined ? [] : await importFilesHolding(payload, sought.words)
  const take = await taking(payload, sought, seen)
  const { counts, photo } = await inTransaction(payload, { user }, async (req) => {
    const gone = await take(req)
    for (const id of files.flatMap(({ imports }) => imports))
      await payload.db.updateOne({
        collection: 'imports',
        id,
        data: { keptFile: null },
        req,
        returning: false,
      })
    await recordDeed(req, {
      deed: 'erase',
      recordType: gone.photo ? 'media' : 'database',
      reference: gone.photo ? `照片${gone.photo.slice(0, 8)}` : '一段文字',
      note: reason,
      changes: [erasedRows(gone.emptied)],
    })
    return gone
  })
  for (const { file } of files) dropKeptFile(file)
  orderSweep(env.dataDir, { words: sought.words ?? null, blob: photo?.replace(/\..*$/, '') ?? null })
  await wipeFreePages(payload, sought.words ?? (photo as string))
  const backups = await backupsHolding(env.dataDir, sought.words ?? (photo as string))
  return { counts, inTheWay: null, files: files.length, backups }
}

/** Where it stood, the file of a photo, and the rows of the history that were emptied. */
type Gone = { counts: Found['counts']; photo: string | null; emptied: Id[] }

/** Looks where it stands, so that what is to be done in a transaction, while nobody else saves, is short. */
async function taking(
  payload: Payload,
  sought: Sought,
  seen: Found['counts'],
): Promise<(req: PayloadRequest) => Promise<Gone>> {
  if (sought.words === undefined) return (req) => takePhoto(req, sought.photo, seen)
  const { words } = sought
  const { among } = await findWords(payload, words)
  return async (req) => {
    const { counts, emptied } = await eraseWords(req, words, among)
    holdSeen(counts, seen)
    return { counts, photo: null, emptied }
  }
}

async function takePhoto(req: PayloadRequest, photo: Id, seen: Found['counts']): Promise<Gone> {
  // The file goes with the record and does not come back with the transaction: what was seen is held before.
  const counts = photoCounts((await showing(req, photo)).length)
  holdSeen(counts, seen)
  return { counts, photo: await erasePhoto(req, photo), emptied: [] }
}

function holdSeen(one: Found['counts'], other: Found['counts']): void {
  const places = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  if (places.some((name) => (one[name] ?? 0) !== (other[name] ?? 0)))
    refuse('数目和刚才看到的不一样了：请重新看一遍，再清除', 409)
}
