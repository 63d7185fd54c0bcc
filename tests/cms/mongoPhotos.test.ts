import { afterAll, describe, expect, test } from 'vitest'
import { startMongo } from '../support/mongo.ts'
import { photoPromises } from './photos.suite.ts'

const mongo = await startMongo()
if (typeof mongo === 'string') {
  console.log(`NOT RUN cms-mongo-photos: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')('photos on MongoDB was tested', () => expect(mongo).toBe('tested'))
} else {
  afterAll(() => mongo.stop())
  describe('photos on MongoDB', () => photoPromises(() => mongo.url))
}
