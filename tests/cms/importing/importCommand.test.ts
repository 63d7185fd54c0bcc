import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Importing } from '../../support/imports/importing.ts'
import { REGISTER } from '../../support/imports/plannedWorld.ts'
import { bookOf, bytesOf } from '../../support/imports/workbooks.ts'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'

let cms: TestCms
let importing: Importing
beforeAll(async () => {
  cms = await openTestCms()
  importing = await Importing.into(cms)
})
afterAll(() => cms?.close())

const written = (name: string, bytes: Buffer | string) => {
  writeFileSync(path.join(cms.dataDir, name), bytes)
  return path.join(cms.dataDir, name)
}
type Ended = readonly [number | undefined, string]

/** Runs the work of a command; its exit code, and all that it said. */
async function ended(work: (say: (line: string) => void) => Promise<void>): Promise<Ended> {
  const lines: string[] = []
  const code = await work((line) => lines.push(line)).then(
    () => 0,
    (error: { code?: number; message: string }) => {
      lines.push(error.message)
      return error.code
    },
  )
  return [code, lines.join('\n')]
}

test('without a browser: committed, the same again nothing, changed with a note, undone, and 21 for what stands in the way', async () => {
  const { runImport } = await import('../../../scripts/imports/runImport.ts')
  const { undo } = await import('../../../scripts/imports/endImport.ts')
  const mapping = written('登记.json', JSON.stringify(importing.mapping()))
  const book = (title: string) => {
    const rows = importing.book([{ 标题: title }]).sheets[0]?.rows.slice(1) ?? []
    return written(
      '登记.xlsx',
      bytesOf(bookOf({ 表: [[...REGISTER], ...rows.map(({ cells }) => [...cells])] })),
    )
  }
  const email = 'publisher@example.org'
  const run = (title: string, words: string | null = null) =>
    ended((say) =>
      runImport(
        cms.payload,
        {
          file: book(title),
          mapping,
          email,
          isDry: false,
          json: undefined,
          year: undefined,
          note: { words, kind: words === null ? null : 'correction' },
        },
        say,
      ),
    )
  const title = async () => (await importing.caseOf('A1'))?.title
  const made = await run('第一次')
  expect(made).toEqual([0, expect.stringContaining('写入：1 / 1')])
  expect(await title()).toBe('第一次')
  expect(await run('第一次')).toEqual([0, expect.stringContaining('什么也没有写')])
  expect(await run('第二次')).toEqual([21, expect.stringContaining('变更说明')])
  expect(await title()).toBe('第一次')
  const [code, words] = await run('第二次', '登记改了')
  expect([code, await title()]).toEqual([0, '第二次'])
  const id = /--undo (\d+)/.exec(words)?.[1] ?? ''
  const record = (await importing.caseOf('A1')) as Record<string, unknown>
  await cms.rest('publisher', 'PATCH', `cases/${record.id}`, { title: '编辑改的', _status: 'published' })
  const undone = () => ended((say) => undo(cms.payload, { id, email, reason: '内容有误' }, say))
  expect(await undone()).toEqual([21, expect.stringContaining(String(record.reference))])
  expect(await title()).toBe('编辑改的')
  const first = /--undo (\d+)/.exec(made[1])?.[1] ?? ''
  const without = { id: first, email, reason: undefined }
  expect(await ended((say) => undo(cms.payload, without, say))).toEqual([1, expect.stringContaining('理由')])
})

test('an interrupt stops the import, and nothing of it is left', async () => {
  const { runImport } = await import('../../../scripts/imports/runImport.ts')
  const stopping = new AbortController()
  const before = await cms.payload.db.count({ collection: 'cases' })
  const rows = Array.from({ length: 400 }, (_, i) => ({ 编号: `Z${i}`, 标题: `第${i}处` }))
  const cells = importing.book(rows).sheets[0]?.rows.map((row) => [...row.cells]) ?? []
  const asked = {
    file: written('多.xlsx', bytesOf(bookOf({ 表: cells }))),
    mapping: written('登记.json', JSON.stringify(importing.mapping())),
    email: 'publisher@example.org',
    isDry: false,
    json: undefined,
    year: undefined,
    note: { words: null, kind: null },
  }
  // As soon as something was written: the import has its row.
  const timer = setInterval(async () => {
    if ((await cms.payload.db.count({ collection: 'cases' })).totalDocs > before.totalDocs) stopping.abort()
  }, 20)
  const end = await ended((say) => runImport(cms.payload, asked, say, stopping.signal))
  clearInterval(timer)
  expect(end).toEqual([1, expect.stringContaining('什么也没有留下')])
  expect(await cms.payload.db.count({ collection: 'cases' })).toEqual(before)
})
