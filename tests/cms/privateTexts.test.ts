import fc from 'fast-check'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldsOf } from '#domain/field'
import { TABLE_NAMES, TABLES } from '#domain/records/snapshot'
import { readPublished } from '../../cms/src/snapshot/readPublished.ts'
import { rounds, seedNumber } from '../support/generated.ts'
import { asForm } from '../support/newsroom/asForm.ts'
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
    const saveDraft = async (change: object) => {
      const { body: opened } = await cms.rest('publisher', 'GET', `${table}/${id}?draft=true`)
      const basedOn = opened.updatedAt
      return cms.rest('publisher', 'PATCH', `${table}/${id}?draft=true`, {
        basedOn,
        ...change,
        _status: 'draft',
      })
    }
    for (const [i, { text, kind }] of samples.entries()) {
      const { path } = texts[i % texts.length] as (typeof texts)[number]
      const name = String(path[0])
      const label = fieldsOf(schema).find((field) => field.name === name)?.title
      const change = withValue({ ...empty, ...record }, path, text)
      const published = await asForm(cms, 'publisher', `${table}/${id}`, {
        ...change,
        _status: 'published',
      })
      const what = `${path.join('.')}: ${JSON.stringify(text)}`
      if (PRIVATE.includes(name) || isLeftOut(path) || mayStand(path, kind)) {
        expect(published.status, `${what} ${JSON.stringify(published.body.errors)}`).toBe(200)
        continue
      }
      expect(published.status, what).toBe(400)
      const draft = await saveDraft(change)
      expect(draft.status, what).toBe(200)
      const told = (draft.body.doc as { privateNumbers?: string[] }).privateNumbers?.join() ?? ''
      if (label && !/日期|时间|截至/.test(label)) expect(told, what).toContain(label)
      // The next draft begins without it: what lies in a list that the record has not is not written over by it.
      if (path.length > 1 && !(name in record))
        await saveDraft(withValue({ ...empty, ...record }, path, null))
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
  const asSaved = (alt: string) => ({ data: { alt, stage: 'before' }, req: { context: {} } }) as never
  for (const { text } of fc.sample(certain, { seed: seedNumber('photo'), numRuns: rounds(20, 2_000) }))
    expect(() => checkPhoto(asSaved(text)), text).toThrow('照片不能保存：替代文字')
  expect(() => checkPhoto(asSaved('东山墙，值班电话 0791-88112233'))).not.toThrow()
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

describe('words of which there is doubt', () => {
  const doubtful = { description: '居民刘建国反映，楼道灯坏了半个月。' }
  const decision = { kind: '人名', text: '刘建国', reason: '本人同意实名' }

  test('are refused at publication with field, words and usual form, and a draft is saved and told', async () => {
    const record = await freshRecord(cms.payload, 'cases', 7)
    const refused = await cms.rest('publisher', 'POST', 'cases', {
      ...record,
      ...doubtful,
      _status: 'published',
    })
    expect(refused.status).toBe(400)
    expect(refused.body.errors?.[0]?.message).toMatch(/情况：文字里有人名（“居民刘建国…”）：要么改成“刘某”/)
    expect(refused.body.errors?.[0]).toMatchObject({
      data: { private: [{ field: 'description', kind: '人名', strength: 'doubtful', start: 2, end: 5 }] },
    })
    const draft = await cms.rest('publisher', 'POST', 'cases?draft=true', {
      ...record,
      ...doubtful,
      _status: 'draft',
    })
    expect(draft.status).toBe(201)
    expect((draft.body.doc as { privateNumbers: string[] }).privateNumbers).toHaveLength(1)
  })

  test('are published with a decision that says why, which is signed by who sends it and is in no public row', async () => {
    const record = await freshRecord(cms.payload, 'cases', 8)
    const forged = { ...decision, by: 'somebody else', at: '2000-01-01T00:00:00.000Z' }
    const given = { ...record, ...doubtful, _status: 'published' }
    const answer = await cms.rest('publisher', 'POST', 'cases', { ...given, privateDecisions: [forged] })
    expect(answer.status, JSON.stringify(answer.body.errors)).toBe(201)
    const doc = answer.body.doc as { id: number; privateDecisions: { by: string; at: string }[] }
    expect(doc.privateDecisions).toHaveLength(1)
    expect(doc.privateDecisions[0]).toMatchObject({ kind: '人名', decision: 'kept', reason: '本人同意实名' })
    expect(doc.privateDecisions[0]?.by).not.toBe('somebody else')
    expect(Number(doc.privateDecisions[0]?.at.slice(0, 4))).toBeGreaterThan(2000)
    const { rows } = await readPublished(cms.payload, 'cases', [String(record.reference)])
    expect(JSON.stringify(rows)).not.toContain('本人同意')

    const other = await cms.rest('publisher', 'PATCH', `cases/${doc.id}`, {
      description: '居民陈秀英反映，楼道灯坏了半个月。',
      privateDecisions: [],
      _status: 'published',
    })
    expect(other.status, 'a decision is about its own words').toBe(400)
    const same = await cms.rest('publisher', 'PATCH', `cases/${doc.id}`, {
      outcome: '灯修好了，居民刘建国签了字。',
      privateDecisions: [],
      _status: 'published',
    })
    expect(same.status, JSON.stringify(same.body.errors)).toBe(200)
    expect((same.body.doc as typeof doc).privateDecisions, 'nobody takes a decision away').toHaveLength(1)
  })

  test('are not kept without a reason', async () => {
    const record = await freshRecord(cms.payload, 'cases', 9)
    const answer = await cms.rest('publisher', 'POST', 'cases', {
      ...record,
      ...doubtful,
      privateDecisions: [{ kind: '人名', text: '刘建国' }],
      _status: 'published',
    })
    expect(answer.status).toBe(400)
    expect(answer.body.errors?.[0]?.message).toContain('理由')
  })

  test('in the settings and in the words of a photo are decided before they are saved', async () => {
    const change = { whistleWhat: '说清楚后由刘建国先生登记。' }
    const refused = await cms.rest('administrator', 'POST', 'globals/site-settings', change)
    expect(refused.status).toBe(400)
    const kept = await cms.rest('administrator', 'POST', 'globals/site-settings', {
      ...change,
      privateDecisions: [decision],
    })
    expect(kept.status, JSON.stringify(kept.body.errors)).toBe(200)
  })
})
