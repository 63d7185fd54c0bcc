import type { TableName } from '#domain/records/snapshot'

/** Why a field keeps a record out of the snapshot. `field` is a path such as `timeline.3.department`; empty for the whole record. */
export type FieldProblem = { field: string; reason: string }

/** One record that is held back, and why. */
export type Problem = FieldProblem & { table: TableName; key: string }
