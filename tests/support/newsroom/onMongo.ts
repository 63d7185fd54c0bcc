import { afterAll, describe, expect, test } from 'vitest'
import { startMongo } from './mongo.ts'
import type { Mongo } from './mongoDatabases.ts'

/**
 * Lets promises be kept on a real MongoDB. Where there is none, the suite is named as not run, which in CI is a failure.
 * @param suite its name in that line
 * @param title what stands above the tests
 * @param isNew whether the database must be one that nobody had before
 */
export async function onMongo(
  suite: string,
  title: string,
  promises: (mongo: Mongo) => void,
  isNew = false,
): Promise<void> {
  const mongo = await startMongo(isNew)
  if (typeof mongo !== 'string') {
    afterAll(() => mongo.stop())
    describe(title, () => promises(mongo))
    return
  }
  console.log(`NOT RUN ${suite}: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')(`${suite} was run`, () => expect(mongo).toBe('a MongoDB'))
}
