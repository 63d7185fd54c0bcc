import type { Where } from 'payload'
import { describe, expect, test } from 'vitest'
import { shanghaiDay } from '#domain/dates'
import { dateWords } from '#domain/dateWords'
import type { TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshKey, freshRecord, textField } from '../../support/newsroom/contractRecords.ts'

type Id = number | string
type Doc = Record<string, unknown> & { id: Id }

/** What must hold on every database of the reasons that people give. `cms` is opened by the suite that this one is part of. */
export function notePromises(cms: () => TestCms): void {
  let serial = 60
  const published = async (table: 'cases' | 'departments', more: object = {}) => {
    const key = freshKey(table, ++serial)
    const record = { ...(await freshRecord(cms().payload, table, serial)), ...more }
    const made = await cms().plainly('publisher', 'POST', table, { ...record, _status: 'published' })
    expect([made.status, made.body.errors]).toEqual([201, undefined])
    return { key, record, id: (made.body.doc as Doc).id }
  }
  const patch = (table: string, id: Id, body: object, query = '') =>
    cms().plainly('publisher', 'PATCH', `${table}/${id}${query}`, body)
  const said = ({ status, body }: { status: number; body: { errors?: { message: string }[] } }) => [
    status,
    body.errors?.[0]?.message ?? '',
  ]
  const words = (text: string) => expect.stringContaining(text)
  const publicRow = async (table: 'cases' | 'departments', key: string) => {
    const { readPublished } = await import('../../../cms/src/snapshot/readPublished.ts')
    return (await readPublished(cms().payload, table, [key])).rows[0] as Record<string, unknown>
  }

  describe.each(['cases', 'departments'] as const)('%s, once they are public', (table) => {
    const text = textField(table)

    test('a change says its kind and why; the note belongs to that change and to no other', async () => {
      const { id, key, record } = await published(table)
      const change = { [text]: `${record[text]}，另一种说法`, _status: 'published' }
      expect(said(await patch(table, id, change))).toEqual([400, words('请选变更种类')])
      expect(said(await patch(table, id, { ...change, changeNote: '为什么' }))).toEqual([
        400,
        words('请选变更种类'),
      ])
      expect(said(await patch(table, id, { ...change, changeKind: 'addition' }))).toEqual([
        400,
        words('补充要写变更说明'),
      ])
      expect(said(await patch(table, id, { ...change, changeKind: '乱写' }))).toEqual([400, words('更正')])
      expect((await publicRow(table, key))[text]).toBe(record[text])
      const done = await patch(table, id, { ...change, changeNote: '原来的不对。', changeKind: '更正' })
      expect([said(done), (done.body.doc as Doc).changeNote ?? null]).toEqual([[200, ''], null])
      expect((await publicRow(table, key)).changeNote).toBe('原来的不对。')
      const next = { [text]: `${record[text]}，第三种说法`, _status: 'published' }
      expect(said(await patch(table, id, next))).toEqual([400, words('请选变更种类')])
      expect((await cms().plainly('publisher', 'GET', `${table}/${id}`)).body.changeNote ?? null).toBeNull()
    })

    test('a note of a draft waits with it and becomes public with it', async () => {
      const { id, key, record } = await published(table)
      const draft = { [text]: `${record[text]}，草稿`, changeNote: '草稿的说明。', changeKind: 'correction' }
      expect((await patch(table, id, draft, '?draft=true')).status).toBe(200)
      expect((await publicRow(table, key)).changeNote).toBeUndefined()
      expect(said(await patch(table, id, { _status: 'published' }))).toEqual([200, ''])
      expect((await publicRow(table, key)).changeNote).toBe('草稿的说明。')
    })

    test('an erratum needs no words, and is refused where more than three characters or a number change', async () => {
      const { id, key, record } = await published(table, { [text]: '第12条的说法有错字' })
      const erratum = (said: string) => ({ [text]: said, changeKind: 'erratum', _status: 'published' })
      expect(said(await patch(table, id, erratum('第13条的说法有错字')))).toEqual([400, words('数字变了')])
      expect(said(await patch(table, id, erratum('第12条的话完全两样')))).toEqual([400, words('三个字')])
      expect(said(await patch(table, id, erratum('第12条的说法有错别字')))).toEqual([200, ''])
      expect([(await publicRow(table, key))[text], record[text]]).toEqual([
        '第12条的说法有错别字',
        '第12条的说法有错字',
      ])
    })

    test('a change that says nothing leaves readers what was last said, with its day, once', async () => {
      const { id, key } = await published(table, { [text]: '第12条的说法有错字' })
      const put = async (change: object) => {
        expect(said(await patch(table, id, { ...change, _status: 'published' }))).toEqual([200, ''])
        return (await publicRow(table, key)).changeNote
      }
      const corrected = { [text]: '第11条的说法有错字', changeKind: 'correction', changeNote: '是第11条。' }
      expect(await put(corrected)).toBe('是第11条。')
      const dated = `${dateWords(shanghaiDay(Date.now()))}更正：是第11条。`
      expect(await put({ [text]: '第11条的说法有错别字', changeKind: 'erratum' })).toBe(dated)
      expect(await put({ [text]: '第11条的说法有错字', changeKind: 'erratum' })).toBe(dated)
      const added = { [text]: '第11条的说法有错字，补一句', changeKind: 'addition', changeNote: '补一句。' }
      expect(await put(added)).toBe('补一句。')
      const where: Where = { and: [{ recordType: { equals: table } }, { reference: { equals: key } }] }
      const { docs } = await cms().payload.find({ collection: 'history', where, sort: 'id', limit: 100 })
      expect((docs as unknown as Doc[]).map(({ note }) => note ?? null).slice(-4)).toEqual([
        '是第11条。',
        null,
        null,
        '补一句。',
      ])
    })

    test('what readers do not see needs no note and keeps the last one', async () => {
      const { id, key, record } = await published(table)
      const note = { changeNote: '说明。', changeKind: 'correction' }
      await patch(table, id, { [text]: `${record[text]}，改过`, ...note, _status: 'published' })
      const before = await publicRow(table, key)
      const same = await patch(table, id, { [text]: `${record[text]}，改过`, _status: 'published' })
      expect([said(same), await publicRow(table, key)]).toEqual([[200, ''], before])
    })

    test('a withdrawal says why and leaves a tombstone, which is closed when the record is public again', async () => {
      const { id, key } = await published(table)
      const stones = async () => {
        const where: Where = { and: [{ recordType: { equals: table } }, { reference: { equals: key } }] }
        return (await cms().payload.find({ collection: 'tombstones', where })).docs as unknown as Doc[]
      }
      expect(said(await patch(table, id, { _status: 'draft' }))).toEqual([400, words('撤下的理由')])
      const leak = { withdrawReason: 'privacy', withdrawNote: '留了电话13812345678', _status: 'draft' }
      expect(said(await patch(table, id, leak))).toEqual([400, words('手机号')])
      expect([await publicRow(table, key), await stones()]).toEqual([expect.anything(), []])
      const back = { withdrawReason: '涉及个人信息', withdrawNote: '写了门牌', _status: 'draft' }
      expect(said(await patch(table, id, back))).toEqual([200, ''])
      expect(await stones()).toEqual([expect.objectContaining({ reason: 'privacy', words: '写了门牌' })])
      expect((await stones())[0]?.returnedOn ?? null).toBeNull()
      expect(said(await patch(table, id, { _status: 'published' }))).toEqual([200, ''])
      expect((await stones())[0]?.returnedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    })
  })

  test('events after the last public one, with the state that follows, are progress; nothing else is', async () => {
    const { id, key } = await published('cases')
    const { timeline } = (await cms().shown('cases', id)) as { timeline: Doc[] }
    const more = [...timeline, { kind: 'progress', body: '指挥部', text: '又开了一次会。' }]
    const moved = { timeline: more, title: '另一个完全不同的标题', _status: 'published' }
    expect(said(await patch('cases', id, moved))).toEqual([400, words('标题')])
    const [first, ...rest] = more as [Doc, ...Doc[]]
    const before = { timeline: [{ ...first, text: '改了从前的事' }, ...rest], _status: 'published' }
    expect(said(await patch('cases', id, before))).toEqual([400, words('经过')])
    const done = await patch('cases', id, { timeline: more, _status: 'published' })
    expect([said(done), (done.body.doc as Doc).publicKind]).toEqual([[200, ''], 'progress'])
    expect((await publicRow('cases', key)).changeNote).toBeUndefined()
    const erratum = { timeline: more.slice(0, -1), changeKind: 'erratum', _status: 'published' }
    expect(said(await patch('cases', id, erratum))).toEqual([400, words('不是勘误')])
  })

  test('a bulk correction has one note for all', async () => {
    const [one, two] = [await published('cases'), await published('cases')]
    const where = `cases?where[id][in]=${one.id},${two.id}`
    const body = { place: '北门', _status: 'published' }
    const refused = await cms().plainly('publisher', 'PATCH', where, body)
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, words('请选变更种类')])
    const note = { changeNote: '统一地名。', changeKind: 'correction' }
    expect((await cms().plainly('publisher', 'PATCH', where, { ...body, ...note })).status).toBe(200)
    for (const { key } of [one, two])
      expect(await publicRow('cases', key)).toMatchObject({ changeNote: '统一地名。' })
  })

  test.each([
    ['site-settings', { organiser: '善治指挥部' }],
    ['synonyms', { groups: [{ term: '化粪池', words: '粪坑' }] }],
  ])('a change of the global %s says its kind and why', async (slug, change) => {
    const save = (body: object) => cms().plainly('administrator', 'POST', `globals/${slug}`, body)
    expect(said(await save(change))).toEqual([400, words('请选变更种类')])
    const done = await save({ ...change, changeNote: '补上。', changeKind: 'addition' })
    expect([said(done), (done.body.result as Doc).changeNote ?? null]).toEqual([[200, ''], null])
    expect(said(await save(change))).toEqual([200, ''])
  })
}
