import { afterAll, describe, expect, test } from 'vitest'
import { startMongo } from '../support/mongo.ts'
import { snapshotPromises } from './snapshot.suite.ts'

const mongo = await startMongo()
if (typeof mongo === 'string') {
  console.log(`NOT RUN cms-mongo-snapshot: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')('the newsroom on MongoDB was tested', () =>
    expect(mongo).toBe('tested'),
  )
} else {
  afterAll(() => mongo.stop())
  describe('the snapshot from MongoDB', () => snapshotPromises(() => mongo.url))
}
