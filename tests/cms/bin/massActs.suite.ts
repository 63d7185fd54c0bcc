import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, type MassAct } from '../../../cms/src/massActs/massAct.ts'
import { addressOfMany } from '../../../cms/src/massActs/readChosen.ts'
import { MOST_RECORDS } from '../../../cms/src/rest/boundedQuery.ts'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { freshKey, freshRecord } from '../../support/newsroom/contractRecords.ts'

type Id = number | string

/** What must hold of acts on many records on every database. */
export function massActPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let ids: Id[]
  const keys = [1, 2].map((n) => freshKey('cases', n))
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 2)
    ids = []
    for (const n of [1, 2]) {
      const made = await cms.rest('editor', 'POST', 'cases', await freshRecord(cms.payload, 'cases', n))
      ids.push((made.body.doc as { id: Id }).id)
    }
    await cms.takeOutbox()
  })
  afterAll(() => cms?.close())

  const done = async (who: Who, act: MassAct, reason: string, words: string, of = ids) => {
    const address = addressOfMany('cases', of, act === 'unbin').replace('/api/', '')
    const { status, body } = await cms.plainly(who, 'PATCH', address, bodyOf(act, reason, words))
    return [status, body.errors?.[0]?.message ?? '']
  }
  const told = async () => {
    const found = []
    for (const reference of keys) {
      const { docs } = await cms.payload.find({
        collection: 'history',
        where: { reference: { equals: reference } },
        sort: ['-createdAt', '-id'],
        limit: 1,
      })
      found.push([docs[0]?.deed, docs[0]?.note])
    }
    return found
  }
  const areShown = async () => [
    (await cms.shown('cases', ids[0] as Id)) !== undefined,
    (await cms.shown('cases', ids[1] as Id)) !== undefined,
  ]

  test('a publisher makes many public, takes them back, puts them into the bin and takes them out, with one reason for all', async () => {
    expect(await done('publisher', 'publish', '', '一批登记好的')).toEqual([200, ''])
    expect([await areShown(), await cms.takeOutbox()]).toEqual([
      [true, true],
      expect.arrayContaining(keys.map((key) => `cases ${key}`)),
    ])
    expect(await told()).toEqual(keys.map(() => ['publish', '一批登记好的']))

    expect(await done('publisher', 'withdraw', '', '')).toEqual([
      400,
      expect.stringContaining('要写撤下的理由'),
    ])
    expect(await areShown()).toEqual([true, true])
    expect(await done('publisher', 'withdraw', 'mistaken', '整批登记错了')).toEqual([200, ''])
    expect(await areShown()).toEqual([false, false])
    expect(await told()).toEqual(keys.map(() => ['unpublish', '整批登记错了']))

    expect(await done('publisher', 'bin', 'duplicate', '和另一批重复')).toEqual([200, ''])
    expect(await told()).toEqual(keys.map(() => ['bin', '和另一批重复']))
    expect(await done('publisher', 'unbin', '', '')).toEqual([200, ''])
    expect([await areShown(), (await told()).map(([deed]) => deed)]).toEqual([
      [false, false],
      ['unbin', 'unbin'],
    ])
  })

  test('a write of more records than a list shows at once is refused as a whole, however they are chosen', async () => {
    const slug = (n: number) => `many-${n}`
    for (let n = 0; n <= MOST_RECORDS; n++)
      await cms.payload.db.create({ collection: 'sources', data: { slug: slug(n), _status: 'draft' } })
    const chosen = 'sources?where[slug][like]=many-'
    for (const more of ['', '&limit=0', '&draft=true', `&limit=${MOST_RECORDS + 1}`]) {
      const { status, body } = await cms.plainly('publisher', 'PATCH', `${chosen}${more}`, { deletedAt: 'x' })
      expect([more, status, body.errors?.[0]?.message]).toEqual([
        more,
        413,
        expect.stringContaining(`一次最多改${MOST_RECORDS}条`),
      ])
    }
    const ofNone = await cms.plainly('administrator', 'PATCH', 'sources?trash=true', { deletedAt: 'x' })
    expect(ofNone.status).toBe(400)
    const { totalDocs } = await cms.payload.count({
      collection: 'sources',
      where: { slug: { like: 'many-' } },
    })
    expect(totalDocs).toBe(MOST_RECORDS + 1)
    const few = await cms.plainly('publisher', 'PATCH', `${chosen}&limit=2`, { deletedAt: 'x' })
    expect(few.status, JSON.stringify(few.body.errors)).toBe(200)
  })

  test('what is made public is what was saved last, and what is taken back keeps it as its draft', async () => {
    const of: Id[] = []
    for (const n of [11, 12]) {
      const made = await cms.rest('editor', 'POST', 'cases', await freshRecord(cms.payload, 'cases', n))
      of.push((made.body.doc as { id: Id }).id)
    }
    const save = async (title: string) => {
      for (const id of of)
        expect((await cms.plainly('editor', 'PATCH', `cases/${id}?draft=true`, { title })).status).toBe(200)
    }
    const titles = async () => {
      const read = async (id: Id, query: string) =>
        (await cms.rest('publisher', 'GET', `cases/${id}${query}`)).body.title
      const shown = await Promise.all(of.map(async (id) => (await cms.shown('cases', id))?.title))
      return [shown, await Promise.all(of.map((id) => read(id, '?draft=true')))]
    }
    const both = (title: string | undefined) => [title, title]
    await save('改过的第一稿')
    const many = addressOfMany('cases', of, false).replace('/api/', '')
    expect((await cms.plainly('publisher', 'PATCH', many, { place: '桐苑小区' })).status).toBe(200)
    expect(await titles()).toEqual([both(undefined), both('改过的第一稿')])
    expect(await done('publisher', 'publish', '', '一批登记好的', of)).toEqual([200, ''])
    expect(await titles()).toEqual([both('改过的第一稿'), both('改过的第一稿')])
    await save('公开以后改的')
    expect(await done('publisher', 'publish', 'correction', '整批改标题', of)).toEqual([200, ''])
    expect(await titles()).toEqual([both('公开以后改的'), both('公开以后改的')])
    await save('还没有公开的')
    expect(await done('publisher', 'withdraw', 'mistaken', '整批登记错了', of)).toEqual([200, ''])
    expect(await titles()).toEqual([both(undefined), both('还没有公开的')])
  })

  test('where one of many is refused none is kept, whichever of them it is and whatever was to be done with them', async () => {
    for (const at of [0, 1]) {
      const three = await Promise.all(
        [3, 4, 5].map(async (n) => {
          const record = await freshRecord(cms.payload, 'cases', n + at * 3)
          const made = await cms.rest('editor', 'POST', 'cases', record)
          return (made.body.doc as { id: Id }).id
        }),
      )
      const [sound, other, broken] = three as [Id, Id, Id]
      const asked = at === 0 ? [broken, sound, other] : [sound, other, broken]
      const shown = async () => {
        const found = await Promise.all(three.map((id) => cms.shown('cases', id)))
        return found.map((row) => row !== undefined)
      }
      const saved = await cms.plainly('editor', 'PATCH', `cases/${broken}?draft=true`, { title: '' })
      expect(saved.status).toBe(200)
      await cms.takeOutbox()
      const [status, words] = await done('publisher', 'publish', '', '一批登记好的', asked)
      expect([status, await shown(), await cms.takeOutbox()]).toEqual([400, [false, false, false], []])
      expect(words).toContain('标题')

      for (const id of [sound, other])
        await cms.rest('publisher', 'PATCH', `cases/${id}`, { _status: 'published' })
      const notice = await freshRecord(cms.payload, 'notices', 3 + at)
      const naming = await cms.rest('publisher', 'POST', 'notices', {
        ...notice,
        case: other,
        _status: 'published',
      })
      expect(naming.status, JSON.stringify(naming.body.errors)).toBe(201)
      await cms.takeOutbox()
      for (const act of ['withdraw', 'bin'] as const) {
        const pair = at === 0 ? [other, sound] : [sound, other]
        const [refused] = await done('publisher', act, 'mistaken', '整批登记错了', pair)
        expect([refused, await shown(), await cms.takeOutbox()]).toEqual([400, [true, true, false], []])
      }
    }
  })

  test('nobody else writes many records at once, not even drafts', async () => {
    for (const who of ['contributor', 'editor', 'auditor'] as const) {
      for (const act of ['publish', 'withdraw', 'bin', 'unbin'] as const) {
        const [status] = await done(who, act, 'mistaken', '试一试')
        expect([who, act, status]).toEqual([who, act, 403])
      }
      for (const query of ['', '&draft=true']) {
        const address = `${addressOfMany('cases', ids, false).replace('/api/', '')}${query}`
        const { status, body } = await cms.plainly(who, 'PATCH', address, { title: '一起改' })
        expect([who, query, status, body.errors?.[0]?.message]).toEqual([
          who,
          query,
          403,
          expect.stringContaining('由发布人来做'),
        ])
      }
    }
    for (const id of ids)
      expect((await cms.rest('publisher', 'GET', `cases/${id}?draft=true`)).body.title).not.toBe('一起改')
  })
}
