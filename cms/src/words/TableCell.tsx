import type { Payload } from 'payload'
import { GLOBALS, TABLES } from '#domain/records/snapshot'

const LABELS: Readonly<Record<string, { label: string }>> = {
  ...TABLES,
  ...GLOBALS,
  database: { label: '数据库' },
}

/** The kind of record in a list, by its name and not by its key. */
export function TableCell({ cellData, payload }: { cellData?: unknown; payload: Payload }) {
  if (typeof cellData !== 'string') return <span />
  const { collections, globals } = payload.config
  const other =
    collections.find(({ slug }) => slug === cellData)?.labels.singular ??
    globals.find(({ slug }) => slug === cellData)?.label
  return <span>{LABELS[cellData]?.label ?? (typeof other === 'string' ? other : cellData)}</span>
}
