import type { z } from 'zod'
import { fieldsOf } from '#domain/field'

export type Words = { label: string; description: string; optional: boolean }

/** Label and help of a field as the domain's schema has them, so that nothing is written twice. Throws for an unknown field. */
export function wordsOf(schema: z.ZodObject, name: string): Words {
  const found = fieldsOf(schema).find((f) => f.name === name)
  if (!found) throw new Error(`schema 里没有字段 ${name}`)
  return { label: found.title, description: found.description, optional: found.optional }
}
