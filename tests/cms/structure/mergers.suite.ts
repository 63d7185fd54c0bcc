import type { Where } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '#domain/records/snapshot'
import { readPublished } from '../../../cms/src/snapshot/readPublished.ts'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../../support/newsroom/contractRecords.ts'

const NOTE = '区里机构改革，两家合成一家'

/** What holds where departments and places are renamed, merged, and that is taken back. */
export function mergerPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let old: number | string
  let target: number | string
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl())
    old = await publish('departments', 60, { name: '环卫所' })
    target = await publish('departments', 61, { name: '城管局' })
  })
  afterAll(() => cms.close())

  async function publish(table: 'departments' | 'areas' | 'cases', n: number, more: object) {
    const record = await freshRecord(cms.payload, table, n)
    const answer = await cms.rest('publisher', 'POST', table, { ...record, ...more, _status: 'published' })
    expect(answer.status, JSON.stringify(answer.body.errors)).toBe(201)
    return (answer.body.doc as { id: number | string }).id
  }
  const rowOf = async (slug: string) =>
    (await readPublished(cms.payload, 'departments', [slug])).rows[0] as Row<'departments'>
  const slugOf = async (id: number | string) =>
    (await cms.payload.findByID({ collection: 'departments', id, depth: 0 })).slug
  const merge = (who: 'publisher' | 'editor', more: object) =>
    cms.rest(who, 'POST', 'merger', { recordType: 'departments', id: old, note: NOTE, ...more })
  const said = (answer: { body: { errors?: { message: string }[] } }) => answer.body.errors?.[0]?.message

  test('a merger says what names the old record, is written on it with its day and its reason, and on nothing else', async () => {
    const record = await freshRecord(cms.payload, 'cases', 60)
    await publish('cases', 60, { lead: old, departments: record.departments ?? [] })
    const named = (await cms.rest('publisher', 'GET', `merger?recordType=departments&id=${old}`)).body
    expect(named).toMatchObject({ name: '环卫所', into: null, named: ['事项 1'], mayMerge: true })
    await cms.takeOutbox()
    const answer = await merge('publisher', { into: target })
    expect(answer.status, said(answer)).toBe(200)
    expect(answer.body).toMatchObject({ into: { name: '城管局' } })
    const slug = await slugOf(old)
    const row = await rowOf(slug)
    expect(row).toMatchObject({ replacedBy: await slugOf(target), changeNote: NOTE })
    expect(row.replacedOn).toBe(row.changedOn)
    expect(await cms.takeOutbox()).toEqual([`departments ${slug}`])
    const history = await cms.payload.find({
      collection: 'history',
      where: { reference: { equals: slug } },
      sort: '-createdAt',
      limit: 1,
    })
    expect(JSON.stringify(history.docs[0])).toContain(NOTE)
  })

  test('nobody is told of a record that is not theirs to read, and an id has one spelling', async () => {
    const draft = await cms.rest('editor', 'POST', 'departments', {
      ...(await freshRecord(cms.payload, 'departments', 71)),
      name: '还没公开的局',
    })
    const { id } = draft.body.doc as { id: number | string }
    const asked = (who: 'contributor' | 'editor' | 'auditor', of: number | string) =>
      cms.rest(who, 'GET', `merger?recordType=departments&id=${of}`)
    expect((await asked('contributor', id)).status).toBe(404)
    expect(JSON.stringify((await asked('contributor', id)).body)).not.toContain('还没公开')
    for (const who of ['editor', 'auditor'] as const)
      expect((await asked(who, id)).body.name).toBe('还没公开的局')
    expect((await asked('contributor', old)).status).toBe(200)
    for (const spelled of [`0${old}`, '1e1', '0x1'])
      expect([spelled, [400, 404].includes((await asked('editor', spelled)).status)]).toEqual([spelled, true])
  })

  test('only a publisher merges; nothing is merged twice, into itself, or into what is merged', async () => {
    expect((await merge('editor', { into: null })).status).toBe(403)
    expect(said(await merge('publisher', { into: target }))).toContain('已经并入别处')
    const other = { recordType: 'departments', id: target, note: NOTE }
    const post = (body: object) => cms.rest('publisher', 'POST', 'merger', body)
    expect(said(await post({ ...other, into: target }))).toContain('不能并入自己')
    expect(said(await post({ ...other, into: old }))).toContain('自己已经并入别处')
    expect(said(await post({ ...other, into: old, note: ' ' }))).toContain('为什么')
  })

  test('what a record was merged into is not written by a save, nor taken back by an old version', async () => {
    const change = {
      shortName: '环卫',
      replacedBy: null,
      replacedOn: null,
      changeKind: 'correction',
      changeNote: '改简称',
      _status: 'published',
    }
    const saved = await cms.rest('publisher', 'PATCH', `departments/${old}`, change)
    expect(saved.status, said(saved)).toBe(200)
    expect((await rowOf(await slugOf(old))).replacedBy).toBe(await slugOf(target))
    const written = { ...change, shortName: '城管', replacedBy: old, replacedOn: '2022-01-01' }
    await cms.rest('publisher', 'PATCH', `departments/${target}`, written)
    expect((await rowOf(await slugOf(target))).replacedBy).toBeUndefined()
  })

  test('a form offers what stands, a list still finds what was merged, and a record that names it is saved as before', async () => {
    const lead = cms.payload.collections.cases.config.flattenedFields.find(({ name }) => name === 'lead')
    const offers = (lead as { filterOptions: (asked: object) => true | Where }).filterOptions
    const offered = offers({ data: { title: '路灯不亮' } })
    const { docs } = await cms.payload.find({
      collection: 'departments',
      where: offered as Where,
      draft: true,
      pagination: false,
      depth: 0,
    })
    const ids = docs.map(({ id }) => id)
    expect([ids.includes(target as never), ids.includes(old as never)]).toEqual([true, false])
    expect(offers({ data: {} })).toBe(true)
    const naming = await cms.payload.find({ collection: 'cases', where: { lead: { equals: old } }, depth: 0 })
    const saved = await cms.rest('publisher', 'PATCH', `cases/${naming.docs[0]?.id}`, {
      lead: old,
      title: '桐苑小区路灯还是不亮',
      changeKind: 'correction',
      changeNote: '改标题',
      _status: 'published',
    })
    expect(saved.status, said(saved)).toBe(200)
  })

  test('what others were merged into cannot be withdrawn, and taking a merger back is one act', async () => {
    const withdrawn = await cms.rest('publisher', 'PATCH', `departments/${target}`, { _status: 'draft' })
    expect(said(withdrawn)).toContain('用到它')
    const answer = await merge('publisher', { into: null })
    expect(answer.status, said(answer)).toBe(200)
    expect(answer.body).toMatchObject({ into: null })
    const row = await rowOf(await slugOf(old))
    expect([row.replacedBy, row.replacedOn]).toEqual([undefined, undefined])
    expect(said(await merge('publisher', { into: null }))).toContain('没有可以撤销的')
  })

  test('a place is merged into one of its own level alone', async () => {
    const parent = await cms.idOf('areas', 'slug', 'qingtong')
    const compound = await publish('areas', 62, { level: 'compound', name: '旧里', parent })
    const answer = await cms.rest('publisher', 'POST', 'merger', {
      recordType: 'areas',
      id: compound,
      into: parent,
      note: NOTE,
    })
    expect(said(answer)).toContain('要并入同一层的')
  })

  test('a name that is given up stays with its last day; a slip of the pen leaves none', async () => {
    const slug = await slugOf(target)
    const rename = (name: string, changeKind: string) =>
      cms.rest('publisher', 'PATCH', `departments/${target}`, {
        name,
        changeKind,
        changeNote: changeKind === 'erratum' ? undefined : '机构改名',
        _status: 'published',
      })
    const renamed = await rename('城市管理局', 'correction')
    expect(renamed.status, said(renamed)).toBe(200)
    const row = await rowOf(slug)
    expect(row.earlierNames).toEqual([{ name: '城管局', until: row.changedOn }])
    const mended = await rename('城市管理局。', 'erratum')
    expect(mended.status, said(mended)).toBe(200)
    expect((await rowOf(slug)).earlierNames).toEqual(row.earlierNames)
  })

  test('where four eyes are asked for, one publisher proposes a merger, a renaming or their undoing, and another makes it public', async () => {
    await cms.rest('administrator', 'POST', 'globals/newsroom-settings', { fourEyes: true })
    try {
      const slug = await slugOf(old)
      for (const into of [target, null]) {
        const proposed = await merge('publisher', { into })
        expect(proposed.status, said(proposed)).toBe(200)
        const isMerged = into === null
        expect(proposed.body).toMatchObject({
          into: isMerged ? { name: '城市管理局。' } : null,
          proposed: { into: isMerged ? null : '城市管理局。' },
        })
        expect((await rowOf(slug)).replacedBy !== undefined).toBe(isMerged)
        expect(said(await merge('publisher', { into }))).toContain('还没有公开的草稿')
        const publish = (who: 'publisher' | 'administrator') =>
          cms.plainly(who, 'PATCH', `departments/${old}`, { _status: 'published' })
        expect(said(await publish('publisher'))).toContain('两人原则')
        const done = await publish('administrator')
        expect(done.status, said(done)).toBe(200)
        const row = await rowOf(slug)
        expect([row.replacedBy, row.replacedOn, row.changeNote]).toEqual([
          isMerged ? undefined : await slugOf(target),
          isMerged ? undefined : row.changedOn,
          NOTE,
        ])
        const standing = await cms.rest('publisher', 'GET', `merger?recordType=departments&id=${old}`)
        expect(standing.body.proposed).toBeNull()
      }
      const renamed = { name: '环境卫生所', changeKind: 'correction', changeNote: '机构改名' }
      expect((await cms.plainly('publisher', 'PATCH', `departments/${old}?draft=true`, renamed)).status).toBe(
        200,
      )
      const done = await cms.plainly('administrator', 'PATCH', `departments/${old}`, { _status: 'published' })
      expect(done.status, said(done)).toBe(200)
      expect((await rowOf(slug)).earlierNames?.map(({ name }) => name)).toEqual(['环卫所'])
    } finally {
      await cms.rest('administrator', 'POST', 'globals/newsroom-settings', { fourEyes: false })
    }
  })

  test('an old version that is brought back and published takes no merger with it, and takes none back', async () => {
    expect((await merge('publisher', { into: target })).status).toBe(200)
    const versions = await cms.payload.findVersions({
      collection: 'departments',
      where: { parent: { equals: old }, 'version._status': { equals: 'published' } },
      sort: 'updatedAt',
      limit: 1,
    })
    const restored = await cms.rest(
      'publisher',
      'POST',
      `departments/versions/${versions.docs[0]?.id}?draft=true`,
    )
    expect(restored.status, said(restored)).toBe(200)
    const done = await cms.rest('publisher', 'PATCH', `departments/${old}`, { _status: 'published' })
    expect(done.status, said(done)).toBe(200)
    expect((await rowOf(await slugOf(old))).replacedBy).toBe(await slugOf(target))
  })
}
