import { TABLES } from '#domain/snapshot'
import type { Problem } from './collect.ts'

/** Records told by name in a status; the rest is a number. */
const NAMED = 5

/** What the status says of records that are held back, or null when there are none. */
export function heldWords(held: readonly Problem[]): string | null {
  if (held.length === 0) return null
  const some = held.slice(0, NAMED).map((p) => `${TABLES[p.table].label} ${p.key}：${p.reason}`)
  return `有 ${held.length} 条记录没有上线——${some.join('；')}`
}
