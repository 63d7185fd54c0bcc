import { afterAll, describe, expect, test } from 'vitest'
import { startMongo } from '../support/mongo.ts'
import { killedLoadingPromises } from './killedLoading.suite.ts'

const mongo = await startMongo()
if (typeof mongo === 'string') {
  console.log(`NOT RUN cms-mongo-loading: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')('loading into MongoDB was tested', () =>
    expect(mongo).toBe('tested'),
  )
} else {
  afterAll(() => mongo.stop())
  describe('a killed loading on MongoDB', () => killedLoadingPromises(() => mongo.url, [200, 1900]))
}
