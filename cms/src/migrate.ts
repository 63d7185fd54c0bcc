import type { Payload } from 'payload'

/** Brings the database to the tables that this code needs; makes an empty file too. Safe to call when nothing is to do. */
export async function migrate(payload: Payload): Promise<void> {
  await payload.db.migrate()
}
