import { existsSync, mkdirSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { ImportState } from '../../../cms/src/imports/commit/importStates.ts'
import type { TestCms } from '../../support/newsroom/cmsDatabase.ts'

/** For how long a workbook that was handed in is kept. `uploaded` hands one in. */
export function keptUploadPromises(given: () => { cms: TestCms; uploaded: () => Promise<string> }): void {
  /** An import as if it had been made of an upload. */
  const madeOf = async (id: string, state: ImportState, isCommitted = true) => {
    const { placeOf } = await import('../../../cms/src/imports/uploads/uploadStore.ts')
    const about = { fileName: '表', fileHash: 'x', fileBytes: 1, mapping: '表', mappingVersion: 1 }
    const counts = { done: 1, total: 1, counts: {}, vanished: 0 }
    const committedAt = isCommitted ? new Date().toISOString() : null
    const kept = { committedAt, keptFile: placeOf(id, 'file') }
    const data = { ...about, ...counts, ...kept, recordType: 'cases', state }
    await given().cms.payload.db.create({ collection: 'imports', data })
  }
  test.each<ImportState>(['open', 'waiting', 'committed'])(
    'a file of which an import was made that is %s is not forgotten on request',
    async (state) => {
      const id = await given().uploaded()
      await madeOf(id, state)
      const refused = await given().cms.plainly('editor', 'DELETE', `import-files/${id}`)
      expect([refused.status, refused.body.errors?.[0]?.message]).toEqual([
        409,
        expect.stringContaining('已经导入'),
      ])
      expect((await given().cms.plainly('editor', 'GET', `import-files/${id}`)).status).toBe(200)
    },
  )

  test('a workbook goes a week after its last use; one of which an import was made, a month after that or when it is undone; where the import was stopped, as any that is not used', async () => {
    const { dropOldUploads } = await import('../../../cms/src/imports/uploads/dropOldUploads.ts')
    const { closeImports } = await import('../../../cms/src/imports/commit/closeImports.ts')
    const [unused, imported, undone, stopped] = [
      await given().uploaded(),
      await given().uploaded(),
      await given().uploaded(),
      await given().uploaded(),
    ]
    const tried = await given().uploaded()
    const half = 'ffffffff-ffff-4fff-bfff-ffffffffffff'
    mkdirSync(path.join(given().cms.dataDir, 'imports', half))
    const now = Date.now()
    const days = (count: number) => new Date(now + count * 24 * 3_600_000)
    await madeOf(imported, 'committed')
    await madeOf(imported, 'undone')
    await madeOf(undone, 'undone')
    await madeOf(stopped, 'undone', false)
    utimesSync(path.join(given().cms.dataDir, 'imports', tried), days(5), days(5))
    const there = async (count: number) => {
      await closeImports(given().cms.payload, days(count).getTime())
      await dropOldUploads(given().cms.payload, days(count).getTime())
      return [unused, half, tried, imported, undone, stopped].map((id) =>
        existsSync(path.join(given().cms.dataDir, 'imports', id)),
      )
    }
    expect(await there(6)).toEqual([true, true, true, true, false, true])
    expect(await there(8)).toEqual([false, false, true, true, false, false])
    expect(await there(29)).toEqual([false, false, false, true, false, false])
    expect(await there(31)).toEqual([false, false, false, false, false, false])
  })
}
