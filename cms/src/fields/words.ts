import type { z } from 'zod'
import { fieldsOf } from '#domain/field'

export type Words = { label: string; description: string; optional: boolean }

/** What the data dictionary says of a field, for somebody who fills it in: nothing of keys and codes. */
function inOffice(description: string): string {
  return description
    .replace(/的?网址代号(?=[，；。])/g, '')
    .replace(/(?<=权责事项)的编号/g, '')
    .replace(/（[a-z-]+）/g, '')
    .replace(/就没有(?=[，；。])/g, '就不填')
}

/** Label and help of a field as the domain's schema has them, so that nothing is written twice. Throws for an unknown field. */
export function wordsOf(schema: z.ZodObject, name: string): Words {
  const found = fieldsOf(schema).find((f) => f.name === name)
  if (!found) throw new Error(`schema 里没有字段 ${name}`)
  return { label: found.title, description: inOffice(found.description), optional: found.optional }
}
