import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldsOf } from '#domain/field'
import { siteSettings } from '#domain/records/siteSettings'
import { TABLE_NAMES, TABLES } from '#domain/records/snapshot'
import { synonyms } from '#domain/records/synonyms'

/** Every object of fields within a schema, however deep. */
function objectsIn(schema: z.ZodType): z.ZodObject[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return objectsIn(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodArray) return objectsIn(schema.element as z.ZodType)
  if (!(schema instanceof z.ZodObject)) return []
  return [schema, ...Object.values(schema.shape).flatMap((inner) => objectsIn(inner as z.ZodType))]
}

const schemas: [string, z.ZodType][] = [
  ...TABLE_NAMES.map((name): [string, z.ZodType] => [name, TABLES[name].schema]),
  ['site-settings', siteSettings],
  ['synonyms', synonyms],
]

test.each(schemas)(
  'every field of %s can be named in words, however deep it lies: a change of it is told by name',
  (_, schema) => {
    for (const object of objectsIn(schema)) expect(() => fieldsOf(object)).not.toThrow()
  },
)
