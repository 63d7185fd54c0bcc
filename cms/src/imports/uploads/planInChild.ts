import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Payload } from 'payload'
import type { Mapping } from '#domain/imports/mapping'
import { BATCH, type Planner } from '../commit/plannedImport.ts'
import type { RowToWrite } from '../commit/rowsToWrite.ts'
import { readWorldFacts } from '../readWorld.ts'
import { prepareRows } from './preparing.ts'
import { placeOf, type Upload } from './uploadStore.ts'

/**
 * Gives some work a planner that reads and plans an upload in a process of its own, so that nobody's save waits for it.
 * What is to be written lies beside the file until the work is over.
 */
export async function planInChild<Result>(
  payload: Payload,
  { upload, mapping }: { upload: Upload; mapping: Mapping },
  work: (planner: Planner) => Promise<Result>,
): Promise<Result> {
  const { name } = upload
  const file = placeOf(upload.id, 'file')
  const toWrite = placeOf(upload.id, 'to-write.ndjson')
  try {
    return await work(async () => {
      const totals = await prepareRows({ file, name, mapping, out: { toWrite } }, (said) =>
        readWorldFacts(payload, mapping, said),
      )
      return { ...totals, batches: () => batchesOf(toWrite) }
    })
  } finally {
    await rm(toWrite, { force: true })
  }
}

async function* batchesOf(file: string): AsyncGenerator<RowToWrite[]> {
  let batch: RowToWrite[] = []
  for await (const line of createInterface({ input: createReadStream(file) })) {
    batch.push(JSON.parse(line) as RowToWrite)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
