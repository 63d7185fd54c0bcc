import type { Payload } from 'payload'
import { runUpgrades } from './upgrades/runUpgrades.ts'

/**
 * Brings the database to the tables and the data that this code needs; makes an empty file too. Safe to call when nothing
 * is to do.
 */
export async function migrate(payload: Payload): Promise<void> {
  await payload.db.migrate()
  await runUpgrades(payload)
}
