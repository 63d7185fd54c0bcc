import { afterAll, describe, expect, test } from 'vitest'
import { startMongo } from '../support/mongo.ts'
import { removalPromises } from './sampleRemoval.suite.ts'

const mongo = await startMongo()
if (typeof mongo === 'string') {
  console.log(`NOT RUN cms-mongo-sample: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')('the removal on MongoDB was tested', () =>
    expect(mongo).toBe('tested'),
  )
} else {
  afterAll(() => mongo.stop())
  describe('removing the demonstration on MongoDB', () => removalPromises(() => mongo.url))
}
