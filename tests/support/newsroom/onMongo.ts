import { afterAll, describe, expect, test } from 'vitest'
import { type Mongo, startMongo } from './mongo.ts'

/**
 * Lets promises be kept on a real MongoDB. Where there is none, the suite is named as not run, which in CI is a failure.
 * @param suite its name in that line
 * @param title what stands above the tests
 * @param nodes servers of the replica set
 */
export async function onMongo(
  suite: string,
  title: string,
  promises: (mongo: Mongo) => void,
  nodes = 1,
): Promise<void> {
  const mongo = await startMongo(nodes)
  if (typeof mongo !== 'string') {
    afterAll(() => mongo.stop())
    describe(title, () => promises(mongo))
    return
  }
  console.log(`NOT RUN ${suite}: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')(`${suite} was run`, () => expect(mongo).toBe('a MongoDB'))
}
