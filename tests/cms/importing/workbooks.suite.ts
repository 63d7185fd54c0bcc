import { readFileSync } from 'node:fs'
import { read, type WorkSheet } from '@e965/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { IMPORT_TABLES, type ImportTable } from '#domain/imports/importTables'
import { ownColumns, versionHead } from '#domain/imports/own/ownColumns'
import { toldOnly } from '#domain/imports/own/ownMapping'
import type { CellValue, Workbook } from '#domain/imports/workbook'
import { TABLE_NAMES, TABLES } from '#domain/records/snapshot'
import { isLong } from '../../support/generated.ts'
import { downloadedLists } from '../../support/imports/downloadedLists.ts'
import { protectionOf } from '../../support/imports/protectionOf.ts'
import { savedAgain, whyNoSpreadsheetProgram } from '../../support/imports/spreadsheetProgram.ts'
import { told, typed } from '../../support/imports/typedWorkbook.ts'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { loadFacts, loadSample } from '../../support/newsroom/sampleContent.ts'

/** Texts that a spreadsheet, its file or an import could take for something else. */
const HOSTILE = '=1+1\n-3-47 & <b> "引" _x0041_ 0012 ｜⏎无'

/** What a list that goes out as a workbook and comes back holds on every database. */
export function workbookPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 6)
    await loadFacts(cms.payload)
    await loadSample(cms.payload)
  })
  afterAll(() => cms?.close())

  const { ask, bytes, readFile, written, downloaded, planned } = downloadedLists(() => cms)

  test.each(IMPORT_TABLES)('%s: a list that comes back untouched changes nothing', async (table) => {
    const book = await downloaded(table, '?private=true'.slice(0, table === 'cases' ? undefined : 0))
    const { totalDocs } = await cms.payload.count({ collection: table })
    const plan = await planned(book)
    expect(told(plan)).toEqual([])
    expect([plan.table, plan.rows.length, plan.notes]).toEqual([table, totalDocs, []])
    expect(totalDocs).toBeGreaterThan(3)
  })

  test.each(TABLE_NAMES)(
    '%s: every list goes out, a row a record, the key first and the saving last',
    async (table) => {
      const book = await downloaded(table)
      const all = book.sheets[0]?.rows ?? []
      const [heads, ...rows] = all.slice(toldOnly(table) === null ? 0 : 1)
      const { totalDocs } = await cms.payload.count({ collection: table })
      expect(rows.length).toBe(totalDocs)
      expect(heads?.cells[0]).toBe(ownColumns(table, false)[0]?.title)
      expect(heads?.cells.at(-1)).toBe(versionHead(table))
      expect(new Set(heads?.cells).size).toBe(heads?.cells.length)
    },
  )

  const missing = whyNoSpreadsheetProgram()
  if (missing) console.log(`NOT RUN cms-workbooks-libreoffice: ${missing}`)
  // What LibreOffice makes of a file does not depend on where its rows came from.
  if (isLong || !databaseUrl())
    test.skipIf(missing)(
      'saved again by LibreOffice, untouched: nothing changes, and it stays protected',
      async () => {
        const id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
        const drafted = await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, { outcome: HOSTILE })
        expect([drafted.status, drafted.body.errors]).toEqual([200, undefined])
        const files: string[] = []
        for (const table of IMPORT_TABLES) files.push(await written('publisher', table))
        for (const again of savedAgain(files)) {
          const plan = await planned(await readFile(again))
          expect([again, told(plan)]).toEqual([again, []])
          expect(plan.rows.length).toBeGreaterThan(1)
          expect((await protectionOf(readFileSync(again))).isProtected).toBe(true)
        }
      },
    )

  test('a changed cell is a change of that field; what is locked is not read', async () => {
    const book = await downloaded('duties')
    const key = String(book.sheets[0]?.rows[3]?.cells[0])
    const plan = await planned(typed(typed(book, key, '办理时限', 9), key, '来历', '报道'))
    expect(told(plan)).toMatchObject([{ key, outcome: 'change', reasons: [] }])
    expect(plan.rows.find((row) => row.key === key)).toMatchObject({
      changes: [{ field: 'handlingDays', title: '办理时限', after: '9' }],
      record: { handlingDays: 9, origin: 'sample' },
    })
  })

  test('a line of a timeline is changed, the others stay what they were, word for word', async () => {
    const book = await downloaded('cases')
    const key = 'WS-2022-000001'
    const { record: before } = await stateOf('cases', key)
    const at = book.sheets[0]?.rows[0]?.cells.indexOf('经过') ?? -1
    const text = String(book.sheets[0]?.rows.find(({ cells }) => cells[0] === key)?.cells[at])
    const lines = text.split('\n')
    const events = before.timeline as { kind: string; text?: string }[]
    expect(lines.length).toBe(events.length)
    const last = lines.length - 1
    const changed = [...lines.slice(0, last), `${lines[last]}｜文书编号：TX-2022-0001`].join('\n')
    const plan = await planned(typed(book, key, '经过', changed))
    const row = plan.rows.find((each) => each.key === key)
    expect(row?.record?.timeline).toEqual([
      ...events.slice(0, last),
      { ...events[last], notice: 'TX-2022-0001' },
    ])
    const wrong = await planned(typed(book, key, '经过', `${text}\n来了｜时间：昨天`))
    expect(told(wrong)).toMatchObject([{ key, outcome: 'ask', reasons: [expect.stringContaining('来了')] }])
  })

  test('what others changed since is asked about with both texts; what nobody touched is left as they made it', async () => {
    const key = 'WS-2022-000003'
    const book = await downloaded('cases', '?private=true')
    const id = await cms.idOf('cases', 'reference', key)
    const saved = await cms.rest('publisher', 'PATCH', `cases/${id}`, {
      title: '编辑后来改的标题',
      internalNote: '后来写的',
      _status: 'published',
    })
    expect([saved.status, saved.body.errors]).toEqual([200, undefined])
    expect(told(await planned(book))).toEqual([])
    const plan = await planned(typed(typed(book, key, '标题', '表里改的标题'), key, '结果', '表里写的结果'))
    expect(told(plan)).toMatchObject([
      {
        key,
        outcome: 'ask',
        changes: [{ field: 'outcome', after: '表里写的结果' }],
        reasons: [expect.stringMatching(/编辑后来改的标题.*表里改的标题.*没有动/)],
      },
    ])
    expect(plan.rows.find((row) => row.key === key)?.record).toMatchObject({ title: '编辑后来改的标题' })
    const lost = await planned(
      typed(typed(book, key, '标题', '表里改的标题'), key, versionHead('cases'), '昨天'),
    )
    expect(told(lost)).toMatchObject([{ key, outcome: 'ask', changes: [] }])
  })

  test('something public of which a draft waits is not changed by a workbook, and is told so in the dry run', async () => {
    const key = 'WS-2022-000004'
    const id = await cms.idOf('cases', 'reference', key)
    const saved = await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, { title: '还在写的标题' })
    expect([saved.status, saved.body.errors]).toEqual([200, undefined])
    const book = await downloaded('cases')
    expect(told(await planned(book))).toEqual([])
    expect(told(await planned(typed(book, key, '结果', '表里写的结果')))).toMatchObject([
      { key, outcome: 'refuse', reasons: [expect.stringContaining('先处理它')] },
    ])
  })

  test('a row whose key is not in the newsroom, is missing or stands twice makes nothing', async () => {
    const book = await downloaded('departments')
    const [, first, second] = book.sheets[0]?.rows ?? []
    const [a, b] = [String(first?.cells[0]), String(second?.cells[0])]
    const head = ownColumns('departments', false)[0]?.title ?? ''
    const outcomes = async (value: CellValue) => told(await planned(typed(book, a, head, value)))
    expect(await outcomes('meiyou')).toMatchObject([{ key: null, outcome: 'refuse' }])
    expect(await outcomes(null)).toMatchObject([{ key: null, outcome: 'refuse' }])
    expect(await outcomes(b)).toMatchObject([
      { key: b, outcome: 'ask' },
      { key: b, outcome: 'ask' },
    ])
  })

  test('texts are texts, numbers that are keys too, and only what may be changed is unlocked', async () => {
    const book = read(await bytes('publisher', 'duties'), { cellNF: true, cellStyles: true, dense: true })
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] as WorkSheet
    const row = sheet['!data']?.[1] ?? []
    expect(row[0]).toMatchObject({ t: 's', z: '@', v: expect.stringMatching(/\d-\d/) })
    const expected = ownColumns('duties', false).filter(({ isLocked }) => isLocked)
    expect(await protectionOf(await bytes('publisher', 'duties'))).toEqual({
      isProtected: true,
      locked: expected.map(({ title }) => title),
    })
  })

  test('private fields go out only when asked for, to who may read them, with an entry in the history', async () => {
    const id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
    await cms.payload.db.updateOne({ collection: 'cases', id, data: { reporterPhone: '13900001111' } })
    const entries = async () =>
      (await cms.payload.find({ collection: 'history', where: { deed: { equals: 'download' } } })).docs
    const text = (book: Workbook) => JSON.stringify(book.sheets)
    const before = (await entries()).length
    expect(text(await downloaded('cases'))).not.toContain('反映人电话')
    expect(await entries()).toHaveLength(before)
    expect((await ask('auditor', 'cases', '?private=true')).status).toBe(403)
    expect((await ask('anonymous', 'cases')).status).toBe(401)
    expect((await ask('editor', 'duties', '?private=true')).status).toBe(400)
    await downloaded('cases', '?private=true&where[reference][equals]=WS-2022-000002', 'editor')
    const [newest] = (await entries()).sort((a, b) => String(b.at).localeCompare(String(a.at)))
    expect(newest).toMatchObject({
      personName: 'editor',
      recordType: 'cases',
      note: expect.stringMatching(/反映人电话.*1 条.*WS-2022-000002/),
    })
  })

  test('a list goes out within the reach of who asks, and as it is filtered', async () => {
    const rows = async (who: Who, query: string) =>
      ((await downloaded('cases', query, who)).sheets[0]?.rows ?? []).slice(1).map(({ cells }) => cells[0])
    const made = await cms.rest('editor', 'POST', 'cases?draft=true', {
      reference: 'WS-2022-800001',
      title: '别人的草稿',
    })
    expect(made.status).toBe(201)
    const mine = await cms.rest('contributor', 'POST', 'cases?draft=true', {
      reference: 'WS-2022-800002',
      title: '自己的草稿',
      reporterName: '反映的人',
    })
    expect(mine.status).toBe(201)
    const drafts = '?where[reference][like]=WS-2022-80000'
    expect(await rows('editor', drafts)).toEqual(['WS-2022-800001', 'WS-2022-800002'])
    expect(await rows('contributor', drafts)).toEqual(['WS-2022-800002'])
    expect(await rows('editor', '?search=自己的草稿')).toEqual(['WS-2022-800002'])
    expect(await rows('editor', `${drafts}&sort=-reference`)).toEqual(['WS-2022-800002', 'WS-2022-800001'])
    expect((await ask('editor', 'cases', '?where[area.name][equals]=x')).status).toBe(400)
  })

  test('a list with more cells than an import reads is refused with what to do', async () => {
    const { listBook } = await import('../../../cms/src/workbooks/listBook.ts')
    const { createLocalReq } = await import('payload')
    const req = await createLocalReq({ user: cms.users.editor as never }, cms.payload)
    const asked = { table: 'cases' as const, where: undefined, sort: undefined, withPrivate: false }
    await expect(listBook(req, asked, 100)).rejects.toThrow(/先在列表里筛选/)
  })

  test('the newsroom gets the place of a resident as it was written, not as readers see it', async () => {
    const { docs } = await cms.payload.find({
      collection: 'areas',
      where: { level: { equals: 'compound' } },
      limit: 1,
    })
    const [small] = docs
    if (!small) throw new Error('no compound')
    await cms.payload.db.updateOne({ collection: 'areas', id: small.id, data: { households: 3 } })
    const id = await cms.idOf('cases', 'reference', 'WS-2022-800001')
    await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, {
      kind: 'resident',
      area: small.id,
      origin: 'record',
    })
    const { record } = await stateOf('cases', 'WS-2022-800001')
    expect(record.area).toBe(small.slug)
    expect(told(await planned(await downloaded('cases')))).toEqual([])
  })

  async function stateOf(table: ImportTable, key: string) {
    const { readOwnRecords } = await import('../../../cms/src/imports/readOwnRecords.ts')
    const found = (await readOwnRecords(cms.payload, table, [{ key, version: null }])).get(key)
    if (!found) throw new Error(`no ${TABLES[table].label} ${key}`)
    return found.now
  }
}
