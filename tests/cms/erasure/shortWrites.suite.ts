import { createClient } from '@libsql/client'
import { expect, test, vi } from 'vitest'
import type { TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../../support/newsroom/contractRecords.ts'
import { filesOfDatabase } from '../../support/newsroom/filesOfDatabase.ts'

/** Promises about one opened newsroom. */
export type More = (cms: () => TestCms) => void
type Read = { req?: { transactionID?: unknown } }

/** Erases words that one case says, which is made for it. */
async function eraseFromOneCase(cms: TestCms, number: number, words: string): Promise<void> {
  const record = { ...(await freshRecord(cms.payload, 'cases', number)), description: `问过${words}` }
  expect((await cms.rest('publisher', 'POST', 'cases', record)).status).toBe(201)
  await eraseAgain(cms, words)
}

async function eraseAgain(cms: TestCms, words: string): Promise<void> {
  const looked = await cms.rest('administrator', 'POST', 'erasure', { words })
  const { counts } = looked.body as { counts: Record<string, number> }
  const done = await cms.rest('administrator', 'POST', 'erasure', { words, reason: '当事人要求', counts })
  expect(done.status).toBe(200)
}

/** How long others wait who save while something is erased. */
export function shortWritePromises(cms: () => TestCms): void {
  test('while nobody else can save, only what holds the words is read, and what was saved of late', async () => {
    const { db } = cms().payload
    let read = 0
    const counting = <Args extends Read, Found extends { docs: unknown[] }>(
      ask: (given: Args) => Promise<Found>,
    ) =>
      async function counted(given: Args): Promise<Found> {
        const found = await ask.call(db, given)
        if (await given.req?.transactionID) read += found.docs.length
        return found
      }
    const { find, findVersions } = db
    // By then everything else was saved an hour ago.
    const later = Date.now() + 3_600_000
    vi.spyOn(Date, 'now').mockImplementation(() => later)
    Object.assign(db, { find: counting(find as never), findVersions: counting(findVersions as never) })
    try {
      await eraseFromOneCase(cms(), 21, '石榴巷老周')
    } finally {
      Object.assign(db, { find, findVersions })
      vi.restoreAllMocks()
    }
    expect(read).toBeGreaterThan(0)
    expect(read).toBeLessThan(40)
  })
}

/** What becomes of the file of SQLite. */
export function freePagePromises(cms: () => TestCms): void {
  test('the file of the database is written anew only where it still holds the words', async () => {
    const words = '枇杷树下的老吴'
    const { payload } = cms()
    const { client } = payload.db as unknown as { client: { execute: (sql: string) => Promise<unknown> } }
    const asked = vi.spyOn(client, 'execute')
    const wasWritten = () => asked.mock.calls.some(([sql]) => /^VACUUM/.test(String(sql)))
    await eraseFromOneCase(cms(), 22, words)
    expect([wasWritten(), (await filesOfDatabase(payload)).includes(words)]).toEqual([false, false])

    const other = createClient({ url: `file:${cms().dataDir}/shaoxiang.db` })
    await other.executeMultiple(
      `CREATE TABLE old (text); INSERT INTO old VALUES ('${'长'.repeat(3000)}${words}'), ('${words}'); DROP TABLE old;`,
    )
    other.close()
    expect(await filesOfDatabase(payload)).toContain(words)
    await eraseAgain(cms(), words)
    expect([wasWritten(), (await filesOfDatabase(payload)).includes(words)]).toEqual([true, false])
    asked.mockRestore()
  })
}
