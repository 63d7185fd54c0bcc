import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isImportTable } from '#domain/imports/importTables'
import { TABLE_NAMES } from '#domain/records/snapshot'
import { downloadedLists } from '../../support/imports/downloadedLists.ts'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms(undefined, 6)
})
afterAll(() => cms?.close())

test.each(TABLE_NAMES.filter((table) => !isImportTable(table)))(
  '%s: a list that does not come back says so above its heads, and again when it is handed in',
  async (table) => {
    const { written, readFile } = downloadedLists(() => cms)
    const file = await written('publisher', table)
    const [first] = (await readFile(file)).sheets[0]?.rows ?? []
    expect(first?.cells).toEqual([expect.stringContaining('不从工作簿改')])
    const given = new FormData()
    given.set('file', new File([readFileSync(file)], '名单.xlsx'))
    const answer = await cms.plainly('publisher', 'POST', 'import-files', given)
    expect([answer.status, answer.body.errors]).toEqual([400, [{ message: first?.cells[0] }]])
  },
)
