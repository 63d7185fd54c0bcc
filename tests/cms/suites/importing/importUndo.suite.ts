import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Importing } from '../../../support/imports/importing.ts'
import { openTestCms, type TestCms } from '../../../support/newsroom/cmsDatabase.ts'
import { brokenOffPromises } from './importBrokenOff.suite.ts'

type Doc = Record<string, unknown>
type Refused = { status: number; message: string; data?: { inTheWay?: { key: string; reason: string }[] } }

const withdrawal = { reason: 'mistaken', words: '文件拿错了' } as const
const effects = { progress: () => {} }

/** What undoing an import promises on every database, and its approval by a second person. */
export function importUndoPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let importing: Importing
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl())
    importing = await Importing.into(cms)
  })
  afterAll(() => cms?.close())

  const undo = async (id: number | string, who: 'editor' | 'publisher' = 'publisher') => {
    const { undoImport } = await import('../../../../cms/src/imports/commit/undoImport.ts')
    return undoImport(cms.payload, { id, user: cms.users[who] as never, withdrawal }, effects)
  }
  const rowsOf = async (collection: 'history' | 'tombstones' | 'acts', reference: string) =>
    (
      await cms.payload.db.find<Doc>({
        collection,
        where: { reference: { equals: reference } },
        sort: 'id',
        pagination: false,
      })
    ).docs
  const recordsOf = async (id: unknown) =>
    (
      await cms.payload.db.count({
        collection: 'import-records',
        where: { importId: { equals: String(id) } },
      })
    ).totalDocs
  const publicTitle = async (reference: unknown) => {
    const { readPublished } = await import('../../../../cms/src/snapshot/readPublished.ts')
    return (await readPublished(cms.payload, 'cases', [String(reference)])).rows[0]?.title
  }

  test('undone, its records are gone with a tombstone and one entry in the history; the same rows get the same numbers again', async () => {
    const rows = [{ 编号: 'A1' }, { 编号: 'A2', 标题: '井盖坏了' }]
    const kept = await importing.run({ rows })
    const references = [await importing.caseOf('A1'), await importing.caseOf('A2')].map((doc) =>
      String(doc?.reference),
    )
    await cms.takeOutbox()
    const undone = await undo(kept?.id as number)
    expect(undone).toMatchObject({ state: 'undone', runner: null })
    expect(await importing.caseOf('A1')).toBeUndefined()
    expect((await cms.takeOutbox()).sort()).toEqual(references.map((key) => `cases ${key}`).sort())
    for (const reference of references) {
      expect(await rowsOf('tombstones', reference)).toMatchObject([
        { reason: 'mistaken', words: '文件拿错了' },
      ])
      expect((await rowsOf('acts', reference)).map(({ act }) => act)).toEqual(['publish', 'unpublish'])
      expect(await rowsOf('history', reference)).toEqual([])
    }
    expect((await rowsOf('history', String(kept?.id))).map(({ deed }) => deed)).toEqual([
      'import',
      'undo-import',
    ])
    await expect(undo(kept?.id as number)).rejects.toThrow(/撤销了：现在不能这样做/)
    await importing.run({ rows })
    expect((await importing.caseOf('A1'))?.reference).toBe(references[0])
    expect((await importing.caseOf('A2'))?.reference).toBe(references[1])
    const [tombstone] = await rowsOf('tombstones', references[0] as string)
    expect(tombstone?.returnedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test('what an import changed is again what it was, import after import; drafts go without a trace', async () => {
    await importing.run({ rows: [{ 编号: 'B1', 标题: '第一版' }] })
    const second = await importing.run({ rows: [{ 编号: 'B1', 标题: '第二版' }] })
    const third = await importing.run({ rows: [{ 编号: 'B1', 标题: '第三版' }] })
    const { reference } = (await importing.caseOf('B1')) as Doc
    await undo(third?.id as number)
    expect([await publicTitle(reference), (await importing.caseOf('B1'))?.publicKind]).toEqual([
      '第二版',
      'correction',
    ])
    await undo(second?.id as number)
    expect(await publicTitle(reference)).toBe('第一版')
    expect(await importing.run({ rows: [{ 编号: 'B1', 标题: '第一版' }] })).toBeNull()
    const acts = (await rowsOf('acts', String(reference))).length
    const draft = await importing.run({
      rows: [{ 编号: 'B1', 标题: '草稿里的' }],
      mapping: { publish: false },
      who: 'editor',
    })
    expect(await publicTitle(reference)).toBe('第一版')
    await undo(draft?.id as number, 'editor')
    const id = await cms.idOf('cases', 'reference', String(reference))
    const newest = await cms.payload.findByID({ collection: 'cases', id, draft: true })
    expect([newest.title, newest._status]).toEqual(['第一版', 'published'])
    expect(await rowsOf('acts', String(reference))).toHaveLength(acts)
  })

  test('where somebody has edited since or names one of its records, nothing is undone and each is told', async () => {
    const kept = await importing.run({ rows: [{ 编号: 'C1' }, { 编号: 'C2' }, { 编号: 'C3' }] })
    const [first, second, third] = [
      await importing.caseOf('C1'),
      await importing.caseOf('C2'),
      await importing.caseOf('C3'),
    ]
    await cms.rest('publisher', 'PATCH', `cases/${first?.id}`, { title: '编辑改过', _status: 'published' })
    const notice = { number: 'TX-2022-0901', kind: 'reminder', case: second?.id, origin: 'record' }
    expect((await cms.rest('publisher', 'POST', 'notices?draft=true', notice)).status).toBe(201)
    const refused = (await undo(kept?.id as number).catch((error: unknown) => error)) as Refused
    expect(refused.status).toBe(409)
    expect(refused.message).toMatch(/有2处拦着/)
    expect(refused.data?.inTheWay?.map(({ key, reason }) => [key, reason])).toEqual([
      [first?.reference, expect.stringContaining('publisher')],
      [second?.reference, expect.stringContaining('TX-2022-0901')],
    ])
    expect(await publicTitle(third?.reference)).toBe('路灯不亮')
    const save = await cms.rest('publisher', 'PATCH', `cases/${third?.id}`, {
      title: '还能改',
      _status: 'published',
    })
    expect(save.status).toBe(200)
    await expect(undo(kept?.id as number, 'editor')).rejects.toThrow(/编辑不能批准或撤销/)
  })

  test('four eyes approve an import as one: before that nothing of it is public, and not by who made it', async () => {
    const { approveImport, cancelImport } = await import(
      '../../../../cms/src/imports/commit/approveImport.ts'
    )
    await cms.rest('administrator', 'POST', 'globals/newsroom-settings', { fourEyes: true })
    try {
      const kept = await importing.run({ rows: [{ 编号: 'D1' }] })
      expect(kept?.state).toBe('waiting')
      const { docs } = await cms.payload.db.find<Doc>({
        collection: 'cases',
        sort: '-id',
        limit: 1,
        pagination: false,
      })
      const [waiting] = docs
      expect(await publicTitle(waiting?.reference)).toBeUndefined()
      const save = await cms.rest('editor', 'PATCH', `cases/${waiting?.id}?draft=true`, { title: '插一手' })
      expect(save.status).toBe(409)
      const asked = (who: 'publisher' | 'administrator' | 'editor') => ({
        id: kept?.id as number,
        user: cms.users[who] as never,
      })
      await expect(approveImport(cms.payload, asked('publisher'), effects)).rejects.toThrow(
        /不能批准自己做的/,
      )
      await expect(approveImport(cms.payload, asked('editor'), effects)).rejects.toThrow(/编辑不能/)
      const done = await approveImport(cms.payload, asked('administrator'), effects)
      expect(done.state).toBe('committed')
      expect(await publicTitle(waiting?.reference)).toBe('路灯不亮')
      const other = await importing.run({ rows: [{ 编号: 'D2' }] })
      await cancelImport(cms.payload, { id: other?.id as number, user: cms.users.publisher as never })
      expect(await importing.caseOf('D2')).toBeUndefined()
    } finally {
      await cms.rest('administrator', 'POST', 'globals/newsroom-settings', { fourEyes: false })
    }
  })

  test('thirty days later it can no longer be undone, and the uploaded file is gone; its hash stays', async () => {
    const { settleImports } = await import('../../../../cms/src/imports/commit/settleImports.ts')
    const { DAYS_TO_UNDO } = await import('../../../../cms/src/imports/commit/closeImports.ts')
    const keptFile = path.join(cms.dataDir, '上传的.xlsx')
    writeFileSync(keptFile, 'x')
    const kept = await importing.run({ rows: [{ 编号: 'F1' }], keptFile })
    const at = Date.parse(String(kept?.committedAt))
    const day = 86_400_000
    await settleImports(cms.payload, at + (DAYS_TO_UNDO - 1) * day)
    expect([existsSync(keptFile), await recordsOf(kept?.id)]).toEqual([true, 1])
    await settleImports(cms.payload, at + (DAYS_TO_UNDO + 1) * day)
    expect([existsSync(keptFile), await recordsOf(kept?.id)]).toEqual([false, 0])
    await expect(undo(kept?.id as number)).rejects.toThrow(/撤销期已过/)
    const row = await cms.payload.db.findOne({
      collection: 'imports',
      where: { id: { equals: kept?.id } },
    })
    expect(row).toMatchObject({ state: 'closed', fileHash: '0'.repeat(64) })
    expect(await importing.run({ rows: [{ 编号: 'F1' }] })).toBeNull()
  })

  test('of imports that were left in the middle, one with which nothing can be done keeps no other waiting', async () => {
    const { settleImports } = await import('../../../../cms/src/imports/commit/settleImports.ts')
    const ids: number[] = []
    for (const number of ['S1', 'S2', 'S3'])
      ids.push((await importing.run({ rows: [{ 编号: number }] }))?.id as number)
    const [first, sound, last] = ids
    const broken = [first, last]
    for (const id of ids) {
      const left = { state: 'committing', runner: null }
      const data = id === sound ? left : { ...left, committedAt: null }
      await cms.payload.db.updateOne({ collection: 'imports', id, data, returning: false })
      if (id === sound) continue
      await cms.payload.db.updateMany({
        collection: 'import-records',
        where: { importId: { equals: String(id) } },
        data: { stage: 'written' },
        returning: false,
      })
    }
    const told = await settleImports(cms.payload, Date.now())
    const saying = (id: number | undefined) => told.find((sentence) => sentence.startsWith(`第 ${id} 次导入`))
    expect(broken.map(saying)).toEqual(broken.map(() => expect.stringContaining('没能收拾：')))
    expect(saying(sound)).toContain('已经做完')
    await cms.payload.db.deleteMany({
      collection: 'imports',
      where: { id: { in: broken } },
    })
  })

  test('whoever asks it to stop has nothing of it left', async () => {
    const { cancelImport } = await import('../../../../cms/src/imports/commit/approveImport.ts')
    const before = await cms.payload.db.count({ collection: 'cases' })
    const rows = Array.from({ length: 300 }, (_, i) => ({ 编号: `E${i}`, 标题: `第${i}处` }))
    let asked = false
    const stopped = importing.run({
      rows,
      during: async () => {
        if (asked) return
        asked = true
        const { docs } = await cms.payload.db.find({
          collection: 'imports',
          sort: '-id',
          limit: 1,
          pagination: false,
        })
        await cancelImport(cms.payload, { id: docs[0]?.id as number, user: cms.users.publisher as never })
      },
    })
    await expect(stopped).rejects.toThrow(/停下了：什么也没有留下/)
    expect(await cms.payload.db.count({ collection: 'cases' })).toEqual(before)
  })

  brokenOffPromises(() => ({ cms, importing }))
}
