import { expect, test } from 'vitest'
import type { Cells, Importing } from '../../../support/imports/importing.ts'
import type { TestCms } from '../../../support/newsroom/cmsDatabase.ts'

type Doc = Record<string, unknown>
type Id = number | string
const effects = { progress: () => {} }

/** What an import promises that is stopped at its last moment, or whose process goes in the middle. */
export function brokenOffPromises(given: () => { cms: TestCms; importing: Importing }): void {
  const importOf = async (id: Id) =>
    (await given().cms.payload.db.findOne({
      collection: 'imports',
      where: { id: { equals: id } },
    })) as unknown as Doc
  const newest = async () => {
    const { docs } = await given().cms.payload.db.find<Doc>({
      collection: 'imports',
      sort: '-id',
      limit: 1,
      pagination: false,
    })
    return docs[0]?.id as Id
  }
  const set = (id: Id, data: Doc) =>
    given().cms.payload.db.updateOne({ collection: 'imports', id, data, returning: false })
  const cancel = async (id: Id) => {
    const { cancelImport } = await import('../../../../cms/src/imports/commit/approveImport.ts')
    const { cms } = given()
    await cancelImport(cms.payload, { id, user: cms.users.publisher as never })
  }
  const approve = async (id: Id) => {
    const { approveImport } = await import('../../../../cms/src/imports/commit/approveImport.ts')
    const { cms } = given()
    return approveImport(cms.payload, { id, user: cms.users.administrator as never }, effects)
  }
  /** What the publisher says when it settles what was left; a fault of it is a sentence, too. */
  const settled = async (): Promise<string> => {
    const { settleImports } = await import('../../../../cms/src/imports/commit/settleImports.ts')
    return settleImports(given().cms.payload, Date.now()).then(String, String)
  }
  const isPublic = async (sourceKey: string) =>
    (await given().importing.caseOf(sourceKey))?._status === 'published'
  /** Does something before the transaction of a number begins, counted from the one that begins next. */
  const before = (number: number, act: () => Promise<void>): void => {
    const { db } = given().cms.payload
    const begin = db.beginTransaction
    let count = 0
    db.beginTransaction = async (...asked) => {
      if (++count < number) return begin.apply(db, asked)
      db.beginTransaction = begin
      await act()
      return db.beginTransaction(...asked)
    }
  }
  /** An import of these rows that waits for a second person. */
  const waiting = async (...rows: Cells[]): Promise<Id> => {
    const { cms, importing } = given()
    const four = (fourEyes: boolean) =>
      cms.rest('administrator', 'POST', 'globals/newsroom-settings', { fourEyes })
    await four(true)
    const kept = await importing.run({ rows })
    await four(false)
    expect(kept?.state).toBe('waiting')
    return kept?.id as Id
  }

  test('whoever asks it to stop before anything is public has nothing of it left, also after the last row', async () => {
    const { cms, importing } = given()
    const count = await cms.payload.db.count({ collection: 'cases' })
    const during = () => before(1, async () => cancel(await newest()))
    await expect(importing.run({ rows: [{ 编号: 'G1' }], during })).rejects.toThrow(/停下了：什么也没有留下/)
    const id = await waiting({ 编号: 'G2' })
    before(2, () => cancel(id))
    await expect(approve(id)).rejects.toThrow(/停下了：什么也没有留下/)
    expect([(await importOf(id)).state, await cms.payload.db.count({ collection: 'cases' })]).toEqual([
      'undone',
      count,
    ])
  })

  test('what is withdrawn or put into the bin while it waits stays there with the words it had: nothing of what is stopped is left', async () => {
    const { cms, importing } = given()
    const ways = {
      G6: { _status: 'draft', withdrawReason: 'mistaken' },
      G7: { deletedAt: true, withdrawReason: 'mistaken' },
      G8: null,
    }
    const numbers = Object.keys(ways) as (keyof typeof ways)[]
    await importing.run({ rows: numbers.map((number) => ({ 编号: number, 标题: `原来的${number}` })) })
    const ids = new Map<string, Id>()
    for (const number of numbers) ids.set(number, (await importing.caseOf(number))?.id as Id)
    const id = await waiting(...numbers.map((number) => ({ 编号: number, 标题: `停下的${number}` })))
    for (const number of numbers) {
      const write = ways[number]
      if (!write) continue
      const answer = await cms.rest('publisher', 'PATCH', `cases/${ids.get(number)}`, write)
      expect([number, answer.status]).toEqual([number, 200])
    }
    await cancel(id)
    for (const number of numbers) {
      const record = ids.get(number) as Id
      const of = { id: { equals: record } }
      const row = (await cms.payload.db.findOne({ collection: 'cases', where: of })) as unknown as Doc
      const where = { parent: { equals: record } }
      const { docs } = await cms.payload.db.findVersions({
        collection: 'cases',
        where,
        sort: '-updatedAt',
        pagination: false,
      })
      const versions = docs.map(({ version, latest }): Doc => ({ ...(version as unknown as Doc), latest }))
      const state = (doc: Doc | undefined) => [doc?.title, doc?._status, Boolean(doc?.deletedAt)]
      const expected = [`原来的${number}`, ways[number] ? 'draft' : 'published', number === 'G7']
      expect([state(row), state(versions[0])]).toEqual([expected, expected])
      expect(versions.map(({ title }) => title)).not.toContain(`停下的${number}`)
      expect(versions.filter(({ latest }) => latest)).toHaveLength(1)
    }
    const out = await cms.rest('publisher', 'PATCH', `cases/${ids.get('G7')}?trash=true`, { deletedAt: null })
    expect(out.status).toBe(200)
    expect((await importing.caseOf('G7'))?.title).toBe('原来的G7')
  })

  test('it waits again where the process of who approved it goes before anything is public', async () => {
    const id = await waiting({ 编号: 'G3' })
    const gone = async () => {
      throw new Error('gone')
    }
    before(2, async () => {
      before(1, gone)
      await gone()
    })
    await expect(approve(id)).rejects.toThrow('gone')
    expect(await importOf(id)).toMatchObject({ state: 'open' })
    await set(id, { runner: null })
    expect(await settled()).toMatch(/又等着批准/)
    expect(await importOf(id)).toMatchObject({ state: 'waiting', runner: null })
    expect((await importOf(id)).approvedBy ?? null).toBeNull()
    expect((await approve(id)).state).toBe('committed')
    expect(await isPublic('G3')).toBe(true)
  })

  test('an undoing that was left says how it ended: carried through, or that something is in the way', async () => {
    const { cms, importing } = given()
    const undoReason = { reason: 'mistaken', words: '文件拿错了' }
    const left = { state: 'undoing', runner: null, undoReason }
    const kept = await importing.run({ rows: [{ 编号: 'G4' }] })
    const id = kept?.id as Id
    const made = await importing.caseOf('G4')
    await cms.rest('publisher', 'PATCH', `cases/${made?.id}`, { title: '编辑改过', _status: 'published' })
    await set(id, left)
    expect(await settled()).toMatch(/正在撤销时停了：没有撤销，有1处拦着/)
    expect([(await importOf(id)).state, await isPublic('G4')]).toEqual(['committed', true])
    const other = (await importing.run({ rows: [{ 编号: 'G5' }] }))?.id as Id
    await set(other, { ...left, undoReason: null })
    expect(await settled()).toMatch(/does not say why/)
    expect([(await importOf(other)).state, await isPublic('G5')]).toEqual(['undoing', true])
    await set(other, { undoReason })
    expect(await settled()).toMatch(/正在撤销时停了：已经撤销/)
    expect(await importing.caseOf('G5')).toBeUndefined()
  })

  test('rows for a collection that the database does not know are a fault, not nothing', async () => {
    const bulk = await import('../../../../cms/src/imports/commit/bulk.ts')
    const { inTransaction } = await import('../../../../cms/src/inTransaction.ts')
    const none = 'no-such-collection' as never
    for (const write of [
      (req: never) => bulk.createMany(req, none, [{ a: 1 }]),
      (req: never) => bulk.setOn(req, none, [1], { a: 1 }),
      (req: never) => bulk.setOnVersions(req, none, { newestOf: [] }, { a: 1 }),
    ])
      await expect(inTransaction(given().cms.payload, {}, (req) => write(req as never))).rejects.toThrow(
        /has no (versions of )?no-such-collection/,
      )
  })
}
