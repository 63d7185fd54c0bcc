import type { Where } from 'payload'

/** How long a record lies in the bin before it goes for good, in days. */
export const DAYS_IN_BIN = 30

/**
 * What everybody asks who reads records below the library's operations, which leave out the bin by themselves: a record
 * in the bin is nowhere but there.
 */
export const notInBin: Where = { deletedAt: { exists: false } }

/** The same question to the versions of records; only the newest of a record in the bin says that it is there. */
export const versionNotInBin: Where = { 'version.deletedAt': { exists: false } }
