import { afterAll, describe, expect, test } from 'vitest'
import { startMongo } from '../support/mongo.ts'
import { killPromises } from './kills.suite.ts'

const mongo = await startMongo(3)
if (typeof mongo === 'string') {
  console.log(`NOT RUN kills-mongo: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')('kills on MongoDB were tested', () => expect(mongo).toBe('tested'))
} else {
  afterAll(() => mongo.stop())
  describe('kills on MongoDB', () => killPromises('MongoDB', () => mongo.url))
}
