import { afterAll, describe, expect, test } from 'vitest'
import { startMongo } from '../support/mongo.ts'
import { accessPromises } from './access.suite.ts'

const mongo = await startMongo()
if (typeof mongo === 'string') {
  console.log(`NOT RUN cms-mongo-access: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')('access on MongoDB was tested', () => expect(mongo).toBe('tested'))
} else {
  afterAll(() => mongo.stop())
  describe('who may do what on MongoDB', () => accessPromises(() => mongo.url))
}
