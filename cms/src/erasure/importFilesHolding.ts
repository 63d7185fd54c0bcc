import { existsSync, readFileSync } from 'node:fs'
import type { Payload } from 'payload'
import { readInProcess } from '../imports/reading/readInProcess.ts'
import { allUploads, placeOf, readUpload } from '../imports/uploads/uploadStore.ts'
import { holdsWords } from './withoutWords.ts'

type Id = number | string
type Kept = { id: Id; fileName: string; keptFile: string | null }

/** A file of an import, or one that somebody handed in to be imported, with the imports that were made of it. */
export type ImportFile = { file: string; imports: Id[] }

/**
 * Files that were handed in to be imported and hold words, or whose dry run does, whether or not an import was made of
 * them. One that cannot be read counts as holding them.
 */
export async function importFilesHolding(payload: Payload, words: string): Promise<ImportFile[]> {
  const { docs } = await payload.db.find<Kept>({
    collection: 'imports',
    where: { keptFile: { exists: true } },
    limit: 0,
    pagination: false,
  })
  const found = new Map<string, ImportFile>()
  for (const id of allUploads())
    if (await uploadHolds(id, words))
      found.set(placeOf(id, 'file'), { file: placeOf(id, 'file'), imports: [] })
  for (const { id, fileName, keptFile } of docs) {
    const known = found.get(keptFile ?? '')
    if (known) known.imports.push(id)
    else if (keptFile && existsSync(keptFile) && (await workbookHolds(keptFile, fileName, words)))
      found.set(keptFile, { file: keptFile, imports: [id] })
  }
  return [...found.values()]
}

/** A dry run also says what stood in the newsroom before, and what the mapping adds. */
async function uploadHolds(id: string, words: string): Promise<boolean> {
  const name = readUpload(id)?.name ?? ''
  if (holdsWords(name, words) || (await workbookHolds(placeOf(id, 'file'), name, words))) return true
  const tried = placeOf(id, 'plan.json')
  if (existsSync(tried) && jsonHolds(readFileSync(tried, 'utf8'), words)) return true
  const plan = placeOf(id, 'plan.xlsx')
  return existsSync(plan) && workbookHolds(plan, '试读.xlsx', words)
}

async function workbookHolds(file: string, name: string, words: string): Promise<boolean> {
  try {
    return jsonHolds(JSON.stringify(await readInProcess(file, name)), words)
  } catch {
    return true
  }
}

/** Whether words stand in a JSON text, in names of its fields and in numbers too: a telephone number is often one. */
const jsonHolds = (json: string, words: string): boolean =>
  holdsWords(json, JSON.stringify(words).slice(1, -1))
