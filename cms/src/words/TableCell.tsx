import { GLOBALS, TABLES } from '#domain/records/snapshot'

const LABELS: Readonly<Record<string, { label: string }>> = { ...TABLES, ...GLOBALS }

/** The kind of record in a list, by its name and not by its key. */
export function TableCell({ cellData }: { cellData?: unknown }) {
  return <span>{typeof cellData === 'string' ? (LABELS[cellData]?.label ?? cellData) : ''}</span>
}
