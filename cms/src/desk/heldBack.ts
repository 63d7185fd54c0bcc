import type { ReleaseStatus } from '#domain/published/release'
import { GLOBALS, type GlobalName, TABLES, type TableName } from '#domain/records/snapshot'
import { type DeskEntry, type DeskLine, listHref } from './deskLine.ts'

/** Records that a release refused: readers still have each as it was, until its next save mends it. */
export function heldBack({ held }: ReleaseStatus): DeskLine[] {
  if (held.length === 0) return []
  return [
    {
      words: `没能上线：${held.length}条记录，网站上还是原来的样子，改好再保存`,
      href: null,
      entries: held.map(entryOf),
      isUrgent: true,
    },
  ]
}

function entryOf({ table, key, reason }: ReleaseStatus['held'][number]): DeskEntry {
  if (!(table in TABLES))
    return { words: `${GLOBALS[table as GlobalName].label}：${reason}`, href: `/admin/globals/${table}` }
  const { label, key: field } = TABLES[table as TableName]
  return {
    words: `${label} ${key}：${reason}`,
    href: listHref(table, { [field]: { equals: key } }),
  }
}
