import { fork } from 'node:child_process'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { seedNumber } from '../support/generated.ts'
import type { Edited } from '../support/newsroom/editedNewsroom.ts'
import { startMongo } from '../support/newsroom/mongo.ts'

const CHILD = path.resolve(import.meta.dirname, '../support/newsroom/editedNewsroom.ts')
const SEED = String(seedNumber('same bytes'))
/** Both newsrooms publish at one moment: a record holds the minute of its first publication. */
const MOMENT = String(Date.now())

/** A newsroom after the seeded edits, on a database of its own. */
const edited = (databaseUrl: string) =>
  new Promise<Edited>((resolve, reject) => {
    const child = fork(CHILD, [databaseUrl, SEED, MOMENT], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    let said = ''
    child.stderr?.on('data', (data) => {
      said += data
    })
    child.once('message', (message) => resolve(message as Edited))
    child.once('exit', (code) => reject(new Error(`the child ended with ${code}: ${said.slice(-2000)}`)))
  })

const mongo = await startMongo()
if (typeof mongo === 'string') {
  console.log(`NOT RUN cms-same-bytes: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')('both databases were compared', () => expect(mongo).toBe('compared'))
} else {
  afterAll(() => mongo.stop())
  test('the same edits give the same answers, the same public rows and the same snapshot bytes on both databases', async () => {
    const [sqlite, mongodb] = await Promise.all([edited(''), edited(mongo.url)])
    // The minute of a saving is not the same where one database took longer.
    const timeless = ({ answers }: Edited) => answers.map((each) => each.replace(/ \d\d:\d\d 保存/g, ' 保存'))
    expect(timeless(mongodb)).toEqual(timeless(sqlite))
    expect(mongodb.tables).toEqual(sqlite.tables)
    expect([mongodb.asOf, mongodb.root]).toEqual([sqlite.asOf, sqlite.root])
    const count = (status: string) => sqlite.answers.filter((a) => a.includes(` ${status} `)).length
    // Both what is done and what is refused is among the edits.
    const part = (answers: number) => answers / sqlite.answers.length
    expect(part(count('200'))).toBeGreaterThan(0.25)
    for (const status of ['201', '400', '403']) expect(part(count(status)), status).toBeGreaterThan(0.05)
    expect(count('500')).toBe(0)
  })
}
