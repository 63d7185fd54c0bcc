import type { PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { type MainRow, writeContext } from '../hooks/writeContext.ts'
import { holdBasedOn } from './basedOn.ts'
import { newestVersion, versionOf } from './newestVersion.ts'
import { refuseOverPendingDraft } from './pendingDraft.ts'

/** Lets nobody write over another person's text, public or waiting, that he has not seen. Taking back is always possible. */
export async function holdSeen(
  req: PayloadRequest,
  table: TableName,
  before: MainRow | undefined,
  data: Record<string, unknown>,
): Promise<void> {
  const { asked } = writeContext(req.context)
  if (!asked || !before || asked.restores || asked.withdraws) return
  const newest = (await newestVersion(req, table, before.id)) ?? before.row
  const sent = Object.fromEntries(Object.keys(asked.given).map((name) => [name, data[name]]))
  const isSeen = await holdBasedOn(req, asked, sent, {
    name: `${TABLES[table].label}${before.key}`,
    fields: req.payload.collections[table].config.flattenedFields,
    key: TABLES[table].key,
    newest,
    stateOf: (instant) => versionOf(req, table, before.id, instant),
  })
  if (!isSeen) await refuseOverPendingDraft(req, table, { asked, before, newest, data })
}
