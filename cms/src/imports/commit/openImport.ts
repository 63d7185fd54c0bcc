import type { Payload, PayloadRequest } from 'payload'
import { refuse } from '../../hooks/refuse.ts'
import { inTransaction } from '../../inTransaction.ts'
import type { Work } from './chunks.ts'
import { UNDER_WAY } from './importStates.ts'
import type { Id } from './keptImport.ts'
import type { PlannedImport } from './plannedImport.ts'
import { newRunner } from './runner.ts'
import type { AskedImport } from './startImport.ts'

type Opening = AskedImport & {
  planned: PlannedImport
  signed: PayloadRequest['user']
}

/** Gives an import its row. Only one is made at a time: two would plan with the same free numbers. */
export async function openImport(payload: Payload, opening: Opening): Promise<Work> {
  const { planned, mapping, note, keptFile, signed } = opening
  const runner = newRunner()
  const id = await inTransaction(payload, { user: signed as never }, async (req) => {
    const where = { state: { in: [...UNDER_WAY] } }
    const { totalDocs } = await payload.db.count({ collection: 'imports', where, req })
    if (totalDocs > 0) refuse('另一次导入正在做：等它做完再来', 409)
    const data = {
      fileName: planned.file.name,
      fileHash: planned.file.sha256,
      fileBytes: planned.file.bytes,
      mapping: mapping.name,
      mappingVersion: mapping.version,
      recordType: mapping.table,
      publishes: mapping.publish === true,
      undatedYear: mapping.undatedYear ?? null,
      note: note.words,
      noteKind: note.kind,
      state: 'open',
      done: 0,
      total: planned.total,
      counts: planned.counts,
      vanished: planned.vanished,
      reserved: planned.reserved,
      by: signed?.id ?? null,
      runner,
      seenAt: new Date().toISOString(),
      isCancelled: false,
      keptFile,
    }
    const made = (await payload.db.create({ collection: 'imports', data, req })) as { id: Id }
    return made.id
  })
  return { id, runner, state: 'open', user: signed }
}
