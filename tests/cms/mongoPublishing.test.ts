import { afterAll, describe, expect, test } from 'vitest'
import { startMongo } from '../support/mongo.ts'
import { publishingPromises } from './publishing.suite.ts'

const mongo = await startMongo()
if (typeof mongo === 'string') {
  console.log(`NOT RUN cms-mongo: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')('the newsroom on MongoDB was tested', () =>
    expect(mongo).toBe('tested'),
  )
} else {
  afterAll(() => mongo.stop())
  describe('publishing on MongoDB', () => publishingPromises(() => mongo.url))
}
