import { afterAll, describe, expect, test } from 'vitest'
import { startMongo } from '../support/mongo.ts'
import { contractPromises } from './contract.suite.ts'

const mongo = await startMongo(3)
if (typeof mongo === 'string') {
  console.log(`NOT RUN cms-mongo-contract: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')('the contract on MongoDB was tested', () =>
    expect(mongo).toBe('tested'),
  )
} else {
  afterAll(() => mongo.stop())
  describe('the contract of the newsroom on a MongoDB replica set of three', () =>
    contractPromises(() => mongo.url))
}
