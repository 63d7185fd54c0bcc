import { isMarkedSample } from '../keys.ts'
import { NOTICE_KIND_LABELS, type NoticeKind } from '../vocabulary.ts'
import { type Case, departmentsOf } from './case.ts'
import { type AnyRow, namedBy, type Row, TABLES, type TableName } from './snapshot.ts'
import { contradictions } from './workflow.ts'

/** What makes no sense: the path of its field, and why, in words. */
export type SenseFault = { field: string; reason: string }

/** How the numbers of each kind of notice begin. */
const LETTERS: Record<NoticeKind, string> = { reminder: 'TX', assignment: 'JB', supervision: 'DB' }

/**
 * What the fields of a row say against each other, beyond what each may hold. The same is asked when a record is
 * published and at every release: an older record that a newer rule refuses stays as readers have it.
 */
export function senseFaults(table: TableName, row: AnyRow): SenseFault[] {
  const own =
    table === 'cases'
      ? caseFaults(row as Case)
      : table === 'notices'
        ? noticeFaults(row as Row<'notices'>)
        : []
  return [...own, ...inventedFaults(table, row)]
}

function caseFaults(c: Case): SenseFault[] {
  const closing =
    c.status === 'closed' && c.evidence.length === 0
      ? [{ field: 'evidence', reason: '已结案要写凭什么结案：看了什么、谁签了字、试了什么' }]
      : []
  const states = contradictions(c).map((reason) => ({ field: 'status', reason }))
  return [...states, ...closing, ...arrivalFaults(c)]
}

/** An arrival is one of a department that was called, or says that nobody called it. */
function arrivalFaults(c: Case): SenseFault[] {
  const called = new Set(departmentsOf(c))
  return c.timeline.flatMap(({ kind, department, unasked }, i) => {
    if (kind === 'dispatch' && department) called.add(department)
    if (kind !== 'arrival' || !department || called.has(department) === !unasked) return []
    const reason = unasked
      ? '它是被叫来的，不是自己来的'
      : '没有派给它，也没有列为牵头或配合部门：补上派单，或勾选“没叫自来”'
    return [{ field: `timeline.${i}.${unasked ? 'unasked' : 'department'}`, reason }]
  })
}

function noticeFaults({ kind, number }: Row<'notices'>): SenseFault[] {
  const letters = LETTERS[kind]
  return number.replace(/^DEMO-/, '').startsWith(`${letters}-`)
    ? []
    : [{ field: 'kind', reason: `${NOTICE_KIND_LABELS[kind]}的编号以 ${letters} 开头，这一份是 ${number}` }]
}

/** A real record names no invented one: readers could not tell them apart, nor could the demonstration be removed. */
function inventedFaults(table: TableName, row: AnyRow): SenseFault[] {
  if (row.origin === 'sample') return []
  const notices = table === 'cases' ? (row as Case).timeline.flatMap(({ notice }) => notice ?? []) : []
  const named = [
    ...namedBy(table, row as never),
    ...notices.map((key) => ({ table: 'notices' as const, key })),
  ]
  const invented = new Map(named.filter(({ key }) => isMarkedSample(key)).map((n) => [n.key, n]))
  return [...invented.values()].map(({ table: of, key }) => ({
    field: pathOf(row, key) ?? '',
    reason: `${TABLES[of].label}${key}是演示数据，真实的记录不能用它`,
  }))
}

/** Where a text stands in a record; null where it does not. */
function pathOf(value: unknown, text: string): string | null {
  if (value === text) return ''
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    const found = pathOf(inner, text)
    if (found !== null) return found === '' ? name : `${name}.${found}`
  }
  return null
}
