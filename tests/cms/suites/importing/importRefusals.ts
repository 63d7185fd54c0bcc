import { expect, test } from 'vitest'
import { isDecided } from '#domain/imports/importPlan'
import type { Mapping } from '#domain/imports/mapping'
import type { Workbook } from '#domain/imports/workbook'
import type { Importing } from '../../../support/imports/importing.ts'
import { placesBook, placesMapping } from '../../../support/imports/placeRows.ts'
import type { TestCms } from '../../../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../../../support/newsroom/contractRecords.ts'

/** That nothing is refused at the commit of an import that its dry run did not find. */
export function importRefusalPromises(newsroom: () => { cms: TestCms; importing: Importing }): void {
  const place = async (slug: string, more: object, query = '') => {
    const { cms } = newsroom()
    const parent = await cms.idOf('areas', 'name', newsroom().importing.area)
    const record = {
      ...(await freshRecord(cms.payload, 'areas', 7)),
      level: 'compound',
      parent,
      slug,
      ...more,
    }
    const made = await cms.rest('publisher', 'POST', `areas${query}`, record)
    expect([slug, made.status, made.body.errors]).toEqual([slug, 201, undefined])
    return made.body.doc as { id: number | string }
  }
  /** What the dry run says of an import, and what the commit says where the dry run has nothing against it. */
  const tried = async (book: Workbook, chosen: Mapping) => {
    const { cms } = newsroom()
    const { planWorkbook } = await import('../../../../cms/src/imports/planFile.ts')
    const { planHere } = await import('../../../../cms/src/imports/commit/planHere.ts')
    const { startImport } = await import('../../../../cms/src/imports/commit/startImport.ts')
    const { rows, counts } = await planWorkbook(cms.payload, book, chosen)
    const asked = {
      planner: planHere(cms.payload, book, chosen),
      mapping: chosen,
      user: cms.users.publisher as never,
      note: { words: '按清单更正', kind: 'correction' as const },
      acknowledged: null,
      keptFile: null,
    }
    const commit = () => startImport(cms.payload, asked, { opened: () => {}, progress: () => {} })
    const committed = isDecided({ counts }) ? await commit().catch((error: Error) => error.message) : null
    return { counts, committed, kinds: rows.flatMap(({ reasons }) => reasons.map(({ kind }) => kind)) }
  }

  test('what a commit would refuse of a row, its dry run refuses: keys, names, what stands above, what stood before', async () => {
    const { cms, importing } = newsroom()
    const { area: 上级 } = importing
    const binned = await place('zai-hui-shou-zhan', { name: '回收站里的' }, '?draft=true')
    await cms.rest('publisher', 'PATCH', `areas/${binned.id}?trash=true`, {
      deletedAt: '2026-01-01T00:00:00Z',
    })
    const act = { recordType: 'areas', reference: 'ceng-jing', act: 'delete' } as const
    await cms.payload.db.create({
      collection: 'acts',
      data: { ...act, day: '2022-12-31', at: '2022-12-31T00:00:00Z' },
    })
    await place('you-ming', { name: '有名小区', _status: 'published' })
    await place('cao-gao', { name: '草稿小区' }, '?draft=true')
    const publishing: [string, Parameters<typeof placesBook>[0], string][] = [
      ['a key in the bin', [{ 代号: 'zai-hui-shou-zhan', 名称: '新的', 上级 }], 'taken-key'],
      ['a key that was public', [{ 代号: 'ceng-jing', 名称: '新的', 上级 }], 'taken-key'],
      [
        'one key twice',
        [
          { 代号: 'xin-de', 名称: '新的', 上级 },
          { 代号: 'xin-de', 名称: '另一个', 上级 },
        ],
        'repeated-key',
      ],
      [
        'one name twice',
        [
          { 代号: 'xin-yi', 名称: '同名小区', 上级 },
          { 代号: 'xin-er', 名称: '同名小区', 上级 },
        ],
        'neighbour',
      ],
      ['a name that is taken', [{ 代号: 'bie-de', 名称: '有名小区', 上级 }], 'neighbour'],
      ['nothing above', [{ 代号: 'bie-de', 名称: '新的' }], 'neighbour'],
      ['a level that is no lower', [{ 代号: 'bie-de', 名称: '新的', 层级: '管理处', 上级 }], 'neighbour'],
      ['a draft above', [{ 代号: 'bie-de', 名称: '新的', 上级: '草稿小区' }], 'neighbour'],
      [
        'a circle',
        [
          { 代号: 'quan-yi', 名称: '圈一小区', 上级: '圈二小区' },
          { 代号: 'quan-er', 名称: '圈二小区', 上级: '圈一小区' },
        ],
        'neighbour',
      ],
    ]
    for (const [what, rows, kind] of publishing) {
      const { kinds, committed } = await tried(placesBook(rows), placesMapping())
      expect([what, kinds, committed]).toEqual([what, expect.arrayContaining([kind]), null])
    }
    for (const at of [0, 1, 2, 8]) {
      const [what, rows, kind] = publishing[at] as (typeof publishing)[number]
      const { kinds, committed } = await tried(placesBook(rows), placesMapping({ publish: false }))
      expect([what, kinds, committed]).toEqual([what, expect.arrayContaining([kind]), null])
    }
  })

  test('a draft that the file changes becomes public together with what it brings below it', async () => {
    const { cms, importing } = newsroom()
    const id = await cms.idOf('areas', 'name', importing.area)
    const { parent } = await cms.payload.findByID({ collection: 'areas', id, depth: 0 })
    const above = await cms.payload.findByID({ collection: 'areas', id: parent as number, depth: 0 })
    await place('yuan-gao', { name: '原稿社区', level: 'community', parent: above.id }, '?draft=true')
    const book = placesBook([
      { 代号: 'yuan-gao', 名称: '定稿社区', 层级: '社区', 上级: above.name },
      { 代号: 'yuan-gao-xia', 名称: '定稿小区', 上级: '定稿社区' },
    ])
    const { counts, committed, kinds } = await tried(book, placesMapping())
    expect([counts.change, counts.create, kinds]).toEqual([1, 1, []])
    expect(committed).toMatchObject({ state: 'committed', done: 2 })
  })

  test('private words in what the file leaves as it is keep a draft from being published, in the dry run', async () => {
    const { cms, importing } = newsroom()
    await importing.run({ rows: [{ 编号: 'R1' }], mapping: { publish: false } })
    const made = (await importing.caseOf('R1')) as { id: number | string }
    const text = { outcome: '已回复，电话13812345678' }
    const saved = await cms.rest('editor', 'PATCH', `cases/${made.id}?draft=true`, text)
    expect(saved.status).toBe(200)
    const book = importing.book([{ 编号: 'R1', 标题: '路灯全不亮' }])
    const { kinds, committed } = await tried(book, importing.mapping())
    expect([kinds, committed]).toEqual([['neighbour'], null])
  })

  test('what was withdrawn and is imported again is no longer told as withdrawn', async () => {
    const { cms, importing } = newsroom()
    await importing.run({ rows: [{ 编号: 'R2' }] })
    const { id, reference } = (await importing.caseOf('R2')) as { id: number; reference: string }
    const withdrawn = await cms.rest('publisher', 'PATCH', `cases/${id}`, { _status: 'draft' })
    expect([withdrawn.status, withdrawn.body.errors]).toEqual([200, undefined])
    const open = () =>
      cms.payload.db.count({
        collection: 'tombstones',
        where: { and: [{ reference: { equals: reference } }, { returnedOn: { exists: false } }] },
      })
    expect((await open()).totalDocs).toBe(1)
    await importing.run({ rows: [{ 编号: 'R2', 标题: '又来了' }] })
    expect(await importing.caseOf('R2')).toMatchObject({ title: '又来了', _status: 'published' })
    expect((await open()).totalDocs).toBe(0)
  })
}
