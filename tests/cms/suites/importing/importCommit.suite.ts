import { afterAll, beforeAll, expect, test } from 'vitest'
import { isEmpty } from '../../../../cms/src/twoPeople/sameValue.ts'
import { Importing } from '../../../support/imports/importing.ts'
import { openTestCms, type TestCms } from '../../../support/newsroom/cmsDatabase.ts'
import { importRefusalPromises } from './importRefusals.ts'

type Doc = Record<string, unknown>
const OF_ITS_OWN = ['id', 'reference', 'createdAt', 'updatedAt', 'publishedTime']

/** What is said of a record, whichever row of the database says it. */
const said = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(said)
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return String(value ?? '')
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => !OF_ITS_OWN.includes(name) && !isEmpty(inner))
      .map(([name, inner]) => [name, said(inner)]),
  )
}

/** What committing an import promises on every database. */
export function importCommitPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let importing: Importing
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl())
    importing = await Importing.into(cms)
  })
  afterAll(() => cms?.close())

  const count = async (collection: 'acts' | 'imports' | 'cases' | 'imported-rows') =>
    (await cms.payload.db.count({ collection })).totalDocs
  const versionsOf = async (id: unknown) =>
    (
      await cms.payload.db.findVersions<Doc>({
        collection: 'cases',
        where: { parent: { equals: id } },
        pagination: false,
        limit: 0,
      })
    ).docs
  const published = async (keys: string[]) => {
    const { readPublished } = await import('../../../../cms/src/snapshot/readPublished.ts')
    return readPublished(cms.payload, 'cases', keys)
  }

  test('what an import publishes is what REST makes of the same: record, public row, versions, act, outbox', async () => {
    await cms.takeOutbox()
    const acts = await count('acts')
    const kept = await importing.run({ rows: [{ 标题: '井盖坏了', 电话: '13912345678', 依据: null }] })
    expect(kept).toMatchObject({ state: 'committed', done: 1, total: 1, runner: null })
    const made = (await importing.caseOf('A1')) as Doc
    expect(await cms.takeOutbox()).toEqual([`cases ${made.reference}`])
    expect(await count('acts')).toBe(acts + 1)
    const { id, reference, createdAt, updatedAt, createdBy, updatedBy, ...content } = made
    const byHand = await cms.rest('publisher', 'POST', 'cases', {
      ...content,
      timeline: (content.timeline as Doc[]).map(({ id: _, ...event }) => event),
    })
    expect([byHand.status, byHand.body.errors]).toEqual([201, undefined])
    const twin = byHand.body.doc as Doc
    expect(await cms.takeOutbox()).toEqual([`cases ${twin.reference}`])
    expect(await count('acts')).toBe(acts + 2)
    const stored = await cms.payload.db.findOne({ collection: 'cases', where: { id: { equals: twin.id } } })
    expect(said(made)).toEqual(said(stored))
    const [ours, theirs] = [await versionsOf(id), await versionsOf(twin.id)]
    expect(ours.map((v) => said(v.version))).toEqual(theirs.map((v) => said(v.version)))
    expect(ours.map((v) => v.latest)).toEqual(theirs.map((v) => v.latest))
    const rows = await published([String(reference), String(twin.reference)])
    expect(rows.problems).toEqual([])
    expect(said(rows.rows[0])).toEqual(said(rows.rows[1]))
  })

  test('the same file again creates and changes nothing, a newer one what differs, with its note and one version', async () => {
    const rows = [
      { 编号: 'B1', 标题: '路灯不亮' },
      { 编号: 'B2', 标题: '水管漏水' },
    ]
    await importing.run({ rows })
    const before = await count('imports')
    expect(await importing.run({ rows })).toBeNull()
    expect(await count('imports')).toBe(before)
    await cms.takeOutbox()
    const newer = [{ 编号: 'B1', 标题: '路灯全不亮' }, rows[1] as object]
    const without = importing.run({ rows: newer, note: { words: null, kind: null } })
    await expect(without).rejects.toThrow(/已经公开，没有保存（改了标题）/)
    expect(await importing.caseOf('B1')).toMatchObject({ title: '路灯不亮', _status: 'published' })
    const kept = await importing.run({ rows: newer })
    expect(kept).toMatchObject({ state: 'committed', total: 1 })
    const changed = (await importing.caseOf('B1')) as Doc
    expect(changed).toMatchObject({
      title: '路灯全不亮',
      publicNote: '按登记表更正',
      publicKind: 'correction',
      _status: 'published',
    })
    expect(await versionsOf(changed.id)).toHaveLength(2)
    expect(await cms.takeOutbox()).toEqual([`cases ${changed.reference}`])
    expect(await importing.run({ rows: newer })).toBeNull()
  })

  test('editors make drafts, which are nothing to readers; they publish nothing, contributors import nothing', async () => {
    const acts = await count('acts')
    await cms.takeOutbox()
    const kept = await importing.run({ rows: [{ 编号: 'C1' }], who: 'editor', mapping: { publish: false } })
    expect(kept).toMatchObject({ state: 'committed', publishes: false })
    const draft = await importing.caseOf('C1')
    expect([draft?._status, draft?.publishedOn ?? null]).toEqual(['draft', null])
    expect([await cms.takeOutbox(), await count('acts')]).toEqual([[], acts])
    await expect(importing.run({ rows: [{ 编号: 'C2' }], who: 'editor' })).rejects.toThrow(/编辑不能发布/)
    await expect(
      importing.run({ rows: [{ 编号: 'C2' }], who: 'contributor', mapping: { publish: false } }),
    ).rejects.toThrow(/撰稿不能导入/)
    expect(await importing.caseOf('C2')).toBeUndefined()
  })

  test('while it is written its records are nobody’s: 409 for who saves or names them, nothing for readers', async () => {
    let seen: unknown[] = []
    const kept = await importing.run({
      rows: [
        { 编号: 'D1', 标题: '第一件' },
        { 编号: 'D2', 社区: importing.area },
      ],
      during: async (done) => {
        if (seen.length > 0 || done < 2) return
        seen = [0]
        const { docs } = await cms.payload.db.find<Doc>({
          collection: 'cases',
          where: { title: { equals: '第一件' } },
          pagination: false,
        })
        const [made] = docs
        const save = await cms.rest('publisher', 'PATCH', `cases/${made?.id}`, { title: '改一下' })
        const name = await cms.rest('publisher', 'POST', 'notices?draft=true', {
          number: 'TX-2022-0900',
          kind: 'reminder',
          case: made?.id,
          origin: 'record',
        })
        const other = await cms.rest('publisher', 'POST', 'cases?draft=true', {
          title: '别的',
          origin: 'record',
        })
        seen = [save.status, save.body.errors?.[0]?.message, name.status, other.status, made?.reference]
      },
    })
    expect(kept?.state).toBe('committed')
    expect(seen.slice(0, 4)).toEqual([409, expect.stringContaining('正在导入'), 409, 201])
    expect((await published([String(seen[4])])).rows).toHaveLength(1)
  })

  test('where anything of it cannot be public, nothing of it is left, and the reason is told', async () => {
    const before = [await count('cases'), await count('acts'), await count('imported-rows')]
    const names = { 编号: 'E2', 主办: '没有公开的部门' }
    await cms.rest('editor', 'POST', 'departments?draft=true', {
      slug: 'mei-gong-kai',
      name: '没有公开的部门',
      shortName: '没公开',
      kind: 'district',
      origin: 'record',
    })
    const asked: string[] = []
    const failed = importing.run({
      rows: [{ 编号: 'E1' }, names],
      planned: (plan) => asked.push(...plan.rows.flatMap((row) => row.reasons.map(({ text }) => text))),
    })
    await expect(failed).rejects.toThrow(/有的行要人来看/)
    expect(asked.join()).toMatch(/没有公开/)
    expect([await count('cases'), await count('acts'), await count('imported-rows')]).toEqual(before)
  })

  test('the newest versions are found by what they say, each once, without a look at those of other records', async () => {
    const { newestOf } = await import('../../../../cms/src/twoPeople/newestOf.ts')
    const made = await cms.rest('editor', 'POST', 'cases?draft=true', { title: '一稿', origin: 'record' })
    const { id, reference } = made.body.doc as { id: number | string; reference: string }
    for (const title of ['二稿', '三稿'])
      expect((await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, { title })).status).toBe(200)
    const found = await newestOf(cms, 'cases', { 'version.reference': { in: [reference, 'WS-2022-000001'] } })
    const titled = found.map(({ version }) => [version.reference, version.title])
    expect(titled).toHaveLength(2)
    expect(titled).toContainEqual([reference, '三稿'])
    expect(await newestOf(cms, 'cases', { 'version.title': { equals: '二稿' } })).toEqual([])
    const [own] = await newestOf(cms, 'cases', { parent: { equals: id } }, { title: true })
    expect([String(own?.parent), own?.version.title, own?.version.reference]).toEqual([
      String(id),
      '三稿',
      undefined,
    ])
  })

  importRefusalPromises(() => ({ cms, importing }))
}
