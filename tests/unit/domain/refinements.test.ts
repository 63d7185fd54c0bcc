import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { REFUSALS } from '../../support/records/refusals.ts'
import { rulesOf } from '../../support/records/rulesOf.ts'

test.each(REFUSALS)(
  '%s: a record that breaks one rule alone is refused in its words',
  (_file, schema, sound, broken, message) => {
    expect(schema.safeParse(sound).error?.issues).toBeUndefined()
    expect(schema.safeParse(broken).error?.issues.map((i) => i.message)).toEqual([message])
  },
)

test('every rule of the domain has a record here that breaks it', () => {
  const folder = join(import.meta.dirname, '../../../content')
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = all.filter((f) => /^(domain|host)\/.*\.ts$/.test(f))
  const rules = files.flatMap((file) => {
    const count = rulesOf(readFileSync(join(folder, file), 'utf8'))
    return count > 0 ? [[basename(file, '.ts'), count] as const] : []
  })
  const told = Object.groupBy(REFUSALS, ([file]) => file)
  expect(Object.fromEntries(Object.entries(told).map(([file, list]) => [file, list?.length]))).toEqual(
    Object.fromEntries(rules),
  )
})
