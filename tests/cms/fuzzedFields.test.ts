import fc from 'fast-check'
import type { CollectionSlug, Field } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TABLE_NAMES, TABLES } from '#domain/records/snapshot'
import { rounds, seedNumber } from '../support/generated.ts'
import { asForm } from '../support/newsroom/asForm.ts'
import { type Answer, openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../support/newsroom/contractRecords.ts'
import { formFields, withValue } from '../support/newsroom/formFields.ts'
import { hostileDate, hostileNumber, hostileText } from '../support/newsroom/hostileValues.ts'
import { openTestPublisher, type TestPublisher } from '../support/newsroom/testPublisher.ts'

let cms: TestCms
let publisher: TestPublisher
beforeAll(async () => {
  cms = await openTestCms()
  publisher = await openTestPublisher(cms)
  await publisher.publisher.compare(true)
}, 300_000)
afterAll(() => cms.close())

const anything = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 3, arbitrary: hostileDate },
  { weight: 3, arbitrary: hostileNumber },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, [], {}, ['x'], { a: 1 }) },
)

/** How a save may end: done, or refused in words that somebody can act on. */
function expectWords({ status, body }: Answer, what: string): void {
  if (status === 200 || status === 201) return
  expect(status, `${what}: ${JSON.stringify(body).slice(0, 300)}`).toBeLessThan(500)
  expect(JSON.stringify(body), what).toMatch(/[\u4e00-\u9fff]/)
}

/** Saves hostile values into each field in turn and publishes after each save: what was accepted is released. */
async function fuzz(
  name: string,
  fields: readonly Field[],
  save: (change: Record<string, unknown>) => Promise<Answer>,
  record: Record<string, unknown>,
): Promise<void> {
  const paths = formFields(fields)
  expect(paths.length).toBeGreaterThan(0)
  const seed = seedNumber(`fuzz ${name}`)
  const values = fc.sample(anything, { seed, numRuns: paths.length * rounds(1, 60) })
  let accepted = 0
  for (const [i, value] of values.entries()) {
    const { path } = paths[i % paths.length] as (typeof paths)[number]
    const what = `${name}.${path.join('.')} = ${JSON.stringify(value)?.slice(0, 120)}`
    const answer = await save(withValue(record, path, value))
    expectWords(answer, what)
    if (answer.status >= 300) continue
    accepted++
    await publisher.publish()
    expect(publisher.publisher.heldBack(), what).toEqual([])
  }
  expect(accepted).toBeGreaterThan(0)
}

describe('whatever stands in a field, what is accepted as public is released', () => {
  test.each(TABLE_NAMES)(
    '%s',
    async (table) => {
      const record = await freshRecord(cms.payload, table, 9)
      const { key } = TABLES[table]
      const created = await cms.rest('publisher', 'POST', table, { ...record, _status: 'published' })
      expect(created.status, JSON.stringify(created.body.errors)).toBe(201)
      const { id } = created.body.doc as { id: number }
      const { config } = cms.payload.collections[table as CollectionSlug]
      const fields = config.fields.filter((field) => !('name' in field && field.name === key))
      await fuzz(
        table,
        fields,
        (change) => asForm(cms, 'publisher', `${table}/${id}`, { ...change, _status: 'published' }),
        record,
      )
    },
    600_000,
  )

  test('site-settings', async () => {
    const config = cms.payload.globals.config.find((each) => each.slug === 'site-settings')
    const { id, createdAt, updatedAt, ...record } = (await cms.payload.findGlobal({
      slug: 'site-settings',
    })) as unknown as Record<string, unknown>
    const save = (change: Record<string, unknown>) =>
      asForm(cms, 'administrator', 'globals/site-settings', change)
    await fuzz('site-settings', config?.fields ?? [], save, record)
  }, 600_000)

  test('synonyms', async () => {
    const config = cms.payload.globals.config.find((each) => each.slug === 'synonyms')
    const record = { groups: [{ term: '外墙脱落', words: '墙皮掉了' }] }
    await fuzz(
      'synonyms',
      config?.fields ?? [],
      (change) => cms.rest('publisher', 'POST', 'globals/synonyms', change),
      record,
    )
  }, 600_000)
})
