import { z } from 'zod'
import type { NamedTable } from './naming.ts'

/** What a field of a record holds, as the data dictionary says it. */
export const FIELD_TYPES = ['text', 'integer', 'number', 'boolean', 'day', 'date', 'list', 'record'] as const
export type FieldType = (typeof FIELD_TYPES)[number]
export const FIELD_TYPE_LABELS: Record<FieldType, string> = {
  text: '文字',
  integer: '整数',
  number: '数',
  boolean: '是否（true、false）',
  day: '日期，写到日',
  date: '时间，知道多少写多少',
  list: '几个值，CSV 里用英文分号隔开，JSON 里是数组',
  record: '几项合成的一项',
}

/** What a schema says of one of its fields, in the reader's language. */
export type FieldWords = {
  /** Name of the field in data files, for example `reference`. */
  name: string
  /** Chinese label, used by the admin, the data dictionary and table heads. */
  title: string
  /** One sentence: meaning, unit, example, source. */
  description: string
  /** Whether a record may lack it: an unknown is absent, never guessed. */
  optional: boolean
  type: FieldType
  /** Unit of a number, where it has one. */
  unit?: string
  /** What its codes mean, or those in its list: the Chinese words of every allowed value. */
  values?: Readonly<Record<string, string>>
  /** The records whose keys it holds. */
  names?: NamedTable
}

/** What a schema tells of its values beside its field's words; an inner schema tells it for those around it. */
export type ValueFacts = Pick<FieldWords, 'unit' | 'values' | 'names'> & { type?: FieldType }

/**
 * Gives a field its Chinese label and its sentence. Apply it outermost (after `.optional()`),
 * because the words belong to the field and not to its inner type.
 */
export function field<T extends z.ZodType>(schema: T, title: string, description: string): T {
  return schema.meta({ title, description })
}

/** Says of the values of a schema what its shape does not tell. */
export function telling<T extends z.ZodType>(schema: T, facts: ValueFacts): T {
  return schema.meta({ facts })
}

/** A closed list of codes with their Chinese words. */
export function coded<const T extends string>(codes: readonly T[], values: Readonly<Record<T, string>>) {
  return telling(z.enum(codes), { values })
}

/** Lists the fields of a record in schema order. Throws when a field has no words. */
export function fieldsOf(schema: z.ZodObject): FieldWords[] {
  return Object.entries(schema.shape).map(([name, inner]) => {
    const type = inner as z.ZodType
    const words = type.meta()
    if (!words?.title || !words.description)
      throw new Error(`字段 ${name} 没有名称或说明：请在 schema 里用 field() 写上`)
    return {
      name,
      title: words.title,
      description: words.description,
      optional: type.safeParse(undefined).success,
      ...factsOfValue(type),
    }
  })
}

/** The type of a value with everything told of it, from the outside in: the outer schema has the last word. */
function factsOfValue(schema: z.ZodType): ValueFacts & { type: FieldType } {
  const own = schema.meta()?.facts as ValueFacts | undefined
  if (schema instanceof z.ZodOptional) return { ...factsOfValue(schema.unwrap() as z.ZodType), ...own }
  if (schema instanceof z.ZodArray) {
    const item = factsOfValue(schema.element as z.ZodType)
    return { ...item, type: item.type === 'record' ? 'record' : 'list', ...own }
  }
  return { type: typeOf(schema), ...own }
}

function typeOf(schema: z.ZodType): FieldType {
  if (schema instanceof z.ZodBoolean) return 'boolean'
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'integer' : 'number'
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum) return 'text'
  return 'record'
}
