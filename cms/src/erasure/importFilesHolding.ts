import { existsSync } from 'node:fs'
import type { Payload } from 'payload'
import { readInProcess } from '../imports/reading/readInProcess.ts'
import { holdsWords } from './withoutWords.ts'

type Kept = { id: number | string; fileName: string; keptFile: string }

/** Files of imports that are kept and hold words, with the row of the import. One that cannot be read counts as holding them. */
export async function importFilesHolding(
  payload: Payload,
  words: string,
): Promise<{ id: Kept['id']; file: string }[]> {
  const { docs } = await payload.db.find<Kept>({
    collection: 'imports',
    where: { keptFile: { exists: true } },
    limit: 0,
    pagination: false,
  })
  const found: { id: Kept['id']; file: string }[] = []
  for (const { id, fileName, keptFile } of docs)
    if (keptFile && existsSync(keptFile) && (await holds(keptFile, fileName, words)))
      found.push({ id, file: keptFile })
  return found
}

async function holds(file: string, name: string, words: string): Promise<boolean> {
  try {
    return holdsWords(JSON.parse(JSON.stringify(await readInProcess(file, name))), words)
  } catch {
    return true
  }
}
