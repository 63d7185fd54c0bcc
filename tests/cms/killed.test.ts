import { fork } from 'node:child_process'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../support/cmsDatabase.ts'

const CASES = 4
const KILLS = 5
let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms(undefined, CASES)
})
afterAll(() => cms?.close())

/** Lets a child write for some milliseconds and kills it in the middle. */
async function writeAndKill(ms: number): Promise<void> {
  const child = fork(path.resolve(import.meta.dirname, '../support/endlessWriter.ts'), { stdio: 'ignore' })
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the writer ended by itself: ${code}`)))
  })
  await new Promise((resolve) => setTimeout(resolve, ms))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

test('a writer killed in the middle leaves no torn record: rows, version, outbox and act come together or not at all', async () => {
  let written = 0
  for (let kill = 0; kill < KILLS; kill++) {
    await writeAndKill(150 + 61 * kill)
    const db = new DatabaseSync(path.join(cms.dataDir, 'shaoxiang.db'))
    const rows = db
      .prepare(
        `SELECT c.reference, c.place,
           (SELECT count(*) FROM cases_timeline t WHERE t._parent_id = c.id) AS events,
           (SELECT count(*) FROM _cases_v v WHERE v.parent_id = c.id) - 1 AS corrections,
           (SELECT v.version_place FROM _cases_v v WHERE v.parent_id = c.id ORDER BY v.id DESC LIMIT 1) AS latest,
           (SELECT count(*) FROM outbox o WHERE o.reference = c.reference) AS told,
           (SELECT count(*) FROM acts a WHERE a.reference = c.reference AND a.act = 'correct') AS acts
         FROM cases c`,
      )
      .all() as Record<string, number | string>[]
    db.close()
    expect(rows.length).toBe(CASES)
    for (const row of rows) {
      expect(row).toMatchObject({
        events: 6,
        told: row.corrections,
        acts: row.corrections,
        latest: row.place,
      })
      written += Number(row.corrections)
    }
  }
  expect(written).toBeGreaterThan(KILLS)
})
