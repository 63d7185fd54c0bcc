import type { z } from 'zod'

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
}

/**
 * Gives a field its Chinese label and its sentence. Apply it outermost (after `.optional()`),
 * because the words belong to the field and not to its inner type.
 */
export function field<T extends z.ZodType>(schema: T, title: string, description: string): T {
  return schema.meta({ title, description })
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
    }
  })
}
