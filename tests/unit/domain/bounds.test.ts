import { expect, test } from 'vitest'
import type { z } from 'zod'
import { GLOBAL_NAMES, GLOBALS, TABLE_NAMES, TABLES } from '#domain/records/snapshot'

type Def = {
  type: string
  innerType?: z.ZodType
  element?: z.ZodType
  in?: z.ZodType
  options?: z.ZodType[]
  shape?: Record<string, z.ZodType>
}

/** Every number below a schema, by its path. */
function* numbersOf(schema: z.ZodType, path: string): Generator<[string, z.ZodNumber]> {
  const { type, innerType, element, in: input, options, shape } = (schema as unknown as { def: Def }).def
  if (type === 'number') yield [path, schema as z.ZodNumber]
  for (const inner of [innerType, element, input, ...(options ?? [])])
    if (inner) yield* numbersOf(inner, path)
  for (const [name, inner] of Object.entries(shape ?? {})) yield* numbersOf(inner, `${path}.${name}`)
}

test('every number that people write is bounded on both sides, by far less than what a number can hold', () => {
  const numbers = [
    ...TABLE_NAMES.flatMap((table) => [...numbersOf(TABLES[table].schema, table)]),
    ...GLOBAL_NAMES.flatMap((name) => [...numbersOf(GLOBALS[name].schema, name)]),
  ]
  const paths = numbers.map(([path]) => path)
  expect(paths).toEqual(
    expect.arrayContaining(['cases.handlingDays', 'cases.photos.width', 'areas.households']),
  )
  for (const [path, number] of numbers) {
    expect([path, number.minValue ?? Number.NEGATIVE_INFINITY]).toEqual([
      path,
      expect.toSatisfy((n: number) => n >= 0),
    ])
    expect([path, number.maxValue ?? Number.POSITIVE_INFINITY]).toEqual([
      path,
      expect.toSatisfy((n: number) => n <= 1_000_000_000_000),
    ])
  }
})
