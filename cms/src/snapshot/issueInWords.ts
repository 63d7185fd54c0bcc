import { fieldsOf } from '#domain/field'
import { TABLES, type TableName } from '#domain/snapshot'

/** A problem as a sentence: the field's Chinese name, which item of it, and the reason. */
export function issueInWords(table: TableName, field: string, reason: string): string {
  const [name, index] = field.split('.')
  const words = fieldsOf(TABLES[table].schema).find((f) => f.name === name)
  const where = words ? `${words.title}${/^\d+$/.test(index ?? '') ? `第${Number(index) + 1}条` : ''}：` : ''
  // Some rules name the item themselves.
  return where !== '' && reason.startsWith(where) ? reason : where + reasonInWords(reason)
}

/** The schema library's own English never reaches a person. */
function reasonInWords(reason: string): string {
  if (/[\u4e00-\u9fff]/.test(reason)) return reason
  if (/received undefined|received null/.test(reason)) return '没有填'
  return '填的内容不符合要求'
}
