import type { z } from 'zod'
import { fieldsOf } from '#domain/field'

/** A problem as a sentence: the field's Chinese name, which item of it, and the reason. */
export function issueInWords(schema: z.ZodObject, field: string, reason: string): string {
  const steps = field.split('.')
  const item = placeInWords(schema, steps.slice(0, 2))
  // Some rules name the item themselves.
  if (item !== '' && reason.startsWith(item)) return reason
  return placeInWords(schema, steps) + reasonInWords(reason)
}

/** `timeline.3.text` as 经过第4条的说明：; empty where the schema does not know it. */
function placeInWords(schema: z.ZodObject, [name, ...rest]: string[]): string {
  const words = fieldsOf(schema).find((f) => f.name === name)
  if (!words) return ''
  const [index, inner] = rest
  if (!/^\d+$/.test(index ?? '')) return `${words.title}：`
  const item = itemOf(schema.shape[name as string] as z.ZodType)
  const named = inner && item ? fieldsOf(item).find((f) => f.name === inner)?.title : undefined
  return `${words.title}第${Number(index) + 1}条${named ? `的${named}` : ''}：`
}

type Def = { type: string; innerType?: z.ZodType; element?: z.ZodType }

/** What the items of a list of records are; undefined for anything else. */
function itemOf(schema: z.ZodType): z.ZodObject | undefined {
  const { type, innerType, element } = (schema as unknown as { def: Def }).def
  if (type === 'object') return schema as z.ZodObject
  const inner = innerType ?? element
  return inner && itemOf(inner)
}

/** The schema library's own English never reaches a person. */
function reasonInWords(reason: string): string {
  if (/[\u4e00-\u9fff]/.test(reason)) return reason
  if (/received undefined|received null/.test(reason)) return '没有填'
  return '填的内容不符合要求'
}
