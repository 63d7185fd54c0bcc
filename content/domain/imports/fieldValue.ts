import { contactsFromText } from '../records/officeContact.ts'
import { cellText, listedIn } from './cellText.ts'
import { cellDate } from './dates/cellDate.ts'
import type { FieldTarget } from './fieldTargets.ts'
import type { FieldRule } from './mapping.ts'
import type { RowReading } from './rowReading.ts'

/** The value of a field of a row by its rule; undefined when the row does not say it, or when that was told. */
export function fieldValue(row: RowReading, rule: FieldRule, target: FieldTarget): unknown {
  const head = rule.heads[0]
  row.place(target.field, head)
  if (rule.heads.some((each) => !row.isSound(each, target.field))) return undefined
  if (target.type === 'day' || target.type === 'date')
    return head ? row.date(head, target.field) : rule.constant
  if (isKey(target) && head && spoiled(row, head, target)) return undefined
  const text = rule.constant ?? joined(row, rule)
  if (text === '') return rule.values?.[''] ?? undefined
  if (target.field === 'contacts') return contactsFromText(text)
  if (target.type === 'list') return listOf(row, rule, target, text)
  return oneValue(row, rule, target, text)
}

/** The texts of the columns of a rule, one after another. */
function joined(row: RowReading, rule: FieldRule): string {
  const parts = rule.heads.flatMap((head) => {
    const text = cellText(row.cell(head))
    if (text === '') return []
    return [rule.labels ? `${head}：${text}` : text]
  })
  return parts.join(rule.join ?? '\n')
}

/** Lists of which no entry has a mark in it that parts entries. */
const OTHER_NAMES = ['formerNames', 'otherNames']

function listOf(row: RowReading, rule: FieldRule, target: FieldTarget, text: string): string[] {
  const isList = target.names || OTHER_NAMES.includes(target.field) || rule.split !== undefined
  const parts = isList ? listedIn(text, rule.split) : text.split('\n')
  const { names } = target
  const isNamed = names === 'areas' || names === 'departments' || names === 'duties'
  const values = (isNamed ? row.namesListed(names, parts) : parts).flatMap((part) => {
    const value = oneValue(row, rule, target, part)
    return value === undefined ? [] : [String(value)]
  })
  return [...new Set(values)]
}

function oneValue(row: RowReading, rule: FieldRule, target: FieldTarget, text: string): unknown {
  const head = rule.heads[0]
  if (target.values) return row.value(target, text.trim(), rule.values, head)
  const own = rule.values?.[text]
  if (own !== undefined) return own ?? undefined
  if (target.names === 'areas' || target.names === 'departments' || target.names === 'duties')
    return rule.constant !== undefined && target.type !== 'list'
      ? rule.constant
      : row.named(target.names, text, target.field, head)
  if (target.type === 'integer') return wholeOf(row, target, text, head)
  return isKey(target) ? text.replace(/[—–―‐－]/g, '-') : text
}

/** Digits, in Han or full-width signs or with what is counted after them. */
function wholeOf(
  row: RowReading,
  target: FieldTarget,
  text: string,
  head: string | undefined,
): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  const digits = /^(-?\d+)(?:\.0+)?(?:个?(?:户|小时|天|日|工作日|个工作日|h|项|类))?$/.exec(plain)?.[1]
  const listed =
    target.field === 'category' ? /^第?([一二三四五六七1-7])(?:类|[、.．])/.exec(plain)?.[1] : undefined
  if (listed) return /\d/.test(listed) ? Number(listed) : '一二三四五六七'.indexOf(listed) + 1
  if (digits !== undefined) return Number(digits)
  row.tell('field', `${target.title}“${text}”不是整数`, target.field, head)
  return undefined
}

const isKey = ({ field }: FieldTarget) => ['code', 'reference', 'number'].includes(field)

/** A workbook makes dates of numbers such as 3-4: what was typed cannot be told any more. */
function spoiled(row: RowReading, head: string, target: FieldTarget): boolean {
  const cell = row.cell(head)
  if (typeof cell !== 'object' || cell === null || !('date' in cell)) return false
  const read = cellDate(cell, {})
  row.tell(
    'spoiled-key',
    `${target.title}被表格软件改成了日期（${'date' in read ? read.date : ''}）：请把这一列设成文本，重新填 3-4 这样的编号`,
    target.field,
    head,
  )
  return true
}
