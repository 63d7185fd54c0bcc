import type { BaseDatabaseAdapter } from 'payload'

/**
 * Makes an adapter date a version by when it was saved. Payload dates one that brings an old state back by when the
 * record was made: the newest state would stand last in the list of versions.
 */
export function versionTimes<Adapter extends BaseDatabaseAdapter>(db: Adapter): Adapter {
  const { createVersion, createGlobalVersion } = db
  db.createVersion = (args) => createVersion.call(db, { ...args, createdAt: args.updatedAt }) as never
  db.createGlobalVersion = (args) =>
    createGlobalVersion.call(db, { ...args, createdAt: args.updatedAt }) as never
  return db
}
