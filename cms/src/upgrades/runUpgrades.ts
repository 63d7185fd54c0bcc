import type { Payload } from 'payload'
import { inTransaction } from '../inTransaction.ts'
import { creatorsKnown } from './creatorsKnown.ts'
import { editorsPublish } from './editorsPublish.ts'
import type { Upgrade } from './upgrade.ts'

/** In the order in which they came. */
const UPGRADES: readonly Upgrade[] = [editorsPublish, creatorsKnown]

/** Makes every change of data that this database has not had. Two processes that start at once make each of them once. */
export async function runUpgrades(payload: Payload): Promise<void> {
  for (const upgrade of UPGRADES)
    await inTransaction(payload, {}, async (req) => {
      const where = { name: { equals: upgrade.name } }
      if (await payload.db.findOne({ collection: 'upgrades', where, req })) return
      await payload.db.create({ collection: 'upgrades', data: { name: upgrade.name }, req })
      await upgrade.run(payload, req)
    })
}
