import fc from 'fast-check'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '#domain/field'
import { TABLE_NAMES, TABLES } from '#domain/records/snapshot'
import { rounds, seedNumber } from '../support/generated.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../support/newsroom/contractRecords.ts'
import { formFields, withValue } from '../support/newsroom/formFields.ts'
import { certain } from '../support/private/privateTexts.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
})
afterAll(() => cms.close())

const PRIVATE = ['reporterName', 'reporterPhone', 'internalNote']
/** What only an extension or a cadre’s arrival has is left out of every other event: the first one of a case is its whistle. */
const isLeftOut = ([table, , name]: readonly (string | number)[]) =>
  table === 'timeline' && ['until', 'post'].includes(String(name))
/** An office's own e-mail and mobile may stand as a number by which it can be reached. */
const mayStand = (path: readonly (string | number)[], kind: string | null) =>
  path.join('.') === 'contacts.0.number' && (kind === '邮箱' || kind === '手机号')

test.each(TABLE_NAMES)(
  '%s: a private number in any field is refused at publication by name, and a draft is saved and told',
  async (table) => {
    const record = await freshRecord(cms.payload, table, 5)
    const { schema, key } = TABLES[table]
    const created = await cms.rest('publisher', 'POST', table, { ...record, _status: 'published' })
    const { id } = created.body.doc as { id: number }
    const { config } = cms.payload.collections[table as CollectionSlug]
    const texts = formFields(config.fields).filter(
      ({ path, type }) => ['text', 'textarea'].includes(type) && path[0] !== key,
    )
    const samples = fc.sample(certain, {
      seed: seedNumber(`private ${table}`),
      numRuns: texts.length * rounds(1, 40),
    })
    // What an earlier draft has left is no part of the next one.
    const empty = Object.fromEntries(
      texts.filter(({ path }) => path.length === 1).map(({ path }) => [path[0], null]),
    )
    for (const [i, { text, kind }] of samples.entries()) {
      const { path } = texts[i % texts.length] as (typeof texts)[number]
      const name = String(path[0])
      const label = fieldsOf(schema).find((field) => field.name === name)?.title
      const change = withValue({ ...empty, ...record }, path, text)
      const published = await cms.rest('publisher', 'PATCH', `${table}/${id}`, {
        ...change,
        _status: 'published',
      })
      const what = `${path.join('.')}: ${JSON.stringify(text)}`
      if (PRIVATE.includes(name) || isLeftOut(path) || mayStand(path, kind)) {
        expect(published.status, `${what} ${JSON.stringify(published.body.errors)}`).toBe(200)
        continue
      }
      expect(published.status, what).toBe(400)
      const draft = await cms.rest('publisher', 'PATCH', `${table}/${id}?draft=true`, {
        ...change,
        _status: 'draft',
      })
      expect(draft.status, what).toBe(200)
      const told = (draft.body.doc as { privateNumbers?: string[] }).privateNumbers?.join() ?? ''
      if (label && !/日期|时间|截至/.test(label)) expect(told, what).toContain(label)
      // The next draft begins without it.
      const cleared = withValue({ ...empty, ...record }, path, null)
      await cms.rest('publisher', 'PATCH', `${table}/${id}?draft=true`, { ...cleared, _status: 'draft' })
    }
  },
  300_000,
)

test('a private number in the post of a cadre who came is refused by name, a post alone is not', async () => {
  const record = (await freshRecord(cms.payload, 'cases', 6)) as unknown as {
    timeline: [Record<string, unknown>, ...Record<string, unknown>[]]
  }
  const [whistle, ...after] = record.timeline
  const withPost = (post: string) => {
    const arrival = { kind: 'cadre-arrival', at: whistle.at, body: whistle.body, post }
    return { ...record, timeline: [whistle, arrival, ...after], _status: 'published' }
  }
  for (const { text } of fc.sample(certain, { seed: seedNumber('post'), numRuns: rounds(5, 200) })) {
    const refused = await cms.rest('publisher', 'POST', 'cases', withPost(text))
    expect(refused.status, text).toBe(400)
    expect(JSON.stringify(refused.body), text).toMatch(/第2条|经过/)
  }
  const taken = await cms.rest('publisher', 'POST', 'cases', withPost('社区党委书记'))
  expect(taken.status, JSON.stringify(taken.body)).toBe(201)
})

test('the words of a photo are refused when they are saved: a published case shows them at once', async () => {
  const { checkPhoto } = await import('../../cms/src/hooks/checkPhoto.ts')
  for (const { text } of fc.sample(certain, { seed: seedNumber('photo'), numRuns: rounds(20, 2_000) }))
    expect(() => checkPhoto({ data: { alt: text, stage: 'before' } } as never), text).toThrow(
      '照片不能保存：替代文字',
    )
  expect(() => checkPhoto({ data: { alt: '东山墙 0791-88112233', stage: 'before' } } as never)).not.toThrow()
})

test.each([
  ['site-settings', '主办单位', { organiser: '联系人 139 1234 5678' }],
  ['synonyms', '', { groups: [{ term: '油烟', words: '找139 1234 5678' }] }],
])(
  'a private number in the global %s is refused when it is saved: it is public at once',
  async (name, field, change) => {
    const answer = await cms.rest('administrator', 'POST', `globals/${name}`, change)
    expect(answer.status).toBe(400)
    expect(answer.body.errors?.[0]?.message).toMatch(new RegExp(`不能保存：.*${field}.*手机号`))
    const own = await cms.payload.findGlobal({ slug: name as 'synonyms' })
    expect(JSON.stringify(own)).not.toContain('1234')
  },
)
