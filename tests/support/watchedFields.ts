import { z } from 'zod'

/** A row that notes which of its fields are read, as `table.field` and `table.field.inner`; lists count as what they hold. */
export function watched<T extends object>(value: T, name: string, read: Set<string>): T {
  return new Proxy(value, {
    get(target, key) {
      const own = Reflect.get(target, key)
      if (typeof key === 'symbol') return own
      const isList = Array.isArray(target)
      const field = isList ? name : `${name}.${key}`
      if (!isList) read.add(field)
      return typeof own === 'object' && own !== null ? watched(own, field, read) : own
    },
  })
}

/** Every field of a schema by its path from the name, inner ones too. */
export function fieldPaths(schema: z.ZodType, name: string): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return fieldPaths(schema.unwrap() as z.ZodType, name)
  if (schema instanceof z.ZodArray) return fieldPaths(schema.element as z.ZodType, name)
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, inner]) => {
    const field = `${name}.${key}`
    return [field, ...fieldPaths(inner as z.ZodType, field)]
  })
}
