// An import in a process of its own, or its undoing, to be killed. Says `{phase, done}`: how far it is.
import { mapping } from '#domain/imports/mapping'
import { planHere } from '../../../cms/src/imports/commit/planHere.ts'
import { startImport } from '../../../cms/src/imports/commit/startImport.ts'
import { undoImport } from '../../../cms/src/imports/commit/undoImport.ts'
import { openPayload } from '../../../cms/src/openPayload.ts'
import type { User } from '../../../cms/src/payload-types.ts'
import type { ImportOrder } from '../imports/importOrder.ts'

process.on('disconnect', () => process.exit(0))
const order = JSON.parse(process.argv[2] ?? '') as ImportOrder
const payload = await openPayload()
payload.logger.level = 'silent'
const where = { email: { equals: 'publisher@example.org' } }
const user = (await payload.db.findOne<User>({ collection: 'users', where })) as User
let phase: 'write' | 'commit' | 'undo' = 'undo' in order ? 'undo' : 'write'
let last = 0
const progress = (done: number) => {
  // Publishing counts anew.
  if (done < last) phase = 'commit'
  last = done
  process.send?.({ phase, done })
}
progress(0)
if ('undo' in order) {
  const withdrawal = { reason: 'mistaken', words: '文件拿错了' } as const
  await undoImport(payload, { id: order.undo, user, withdrawal }, { progress })
} else {
  const chosen = mapping.parse(order.mapping)
  await startImport(
    payload,
    {
      planner: planHere(payload, order.workbook, chosen),
      mapping: chosen,
      user,
      note: { words: '新的一份', kind: 'correction' },
      acknowledged: null,
      keptFile: null,
    },
    { opened: () => progress(0), progress },
  )
}
process.exit(0)
