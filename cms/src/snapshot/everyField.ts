import type { Row, TableName } from '#domain/records/snapshot'

/** What a `toX` must name: every field of the public row, known or not, and no other. A field left out does not compile. */
export type EveryFieldOf<T extends TableName> = { [K in keyof Row<T>]-?: unknown }
