import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releaseStatus } from '#domain/published/release'
import { makeSteps } from '../../scripts/processes/command/steps.ts'
import { buildRenderer } from '../../scripts/processes/install/builds.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { Editors } from '../support/newsroom/editors.ts'
import { startServers } from '../support/newsroom/mongo.ts'
import { KillableProduct } from '../support/product/killableProduct.ts'
import { KillRounds } from '../support/product/killRounds.ts'
import { pause, within } from '../support/product/startedProduct.ts'
import { seeded } from '../support/records/randomEdits.ts'

const mongo = await startServers(3)
if (typeof mongo === 'string') {
  console.log(`NOT RUN kills-mongo-away: ${mongo}`)
  test.skipIf(process.env.CI !== 'true')('a MongoDB that goes away was tested', () =>
    expect(mongo).toBe('tested'),
  )
} else {
  const { servers } = mongo
  let cms: TestCms
  let product: KillableProduct
  let editors: Editors
  let rounds: KillRounds
  beforeAll(async () => {
    cms = await openTestCms(mongo.url, 8)
    await buildRenderer(makeSteps({ say: () => {}, now: Date.now }), cms.dataDir)
    const random = seeded(7)
    editors = await Editors.on(cms.payload, random)
    product = new KillableProduct()
    rounds = new KillRounds(cms, product, editors, random)
    await product.stand()
  })
  afterAll(async () => {
    servers.resume()
    await product?.close()
    await cms?.close()
    await mongo.stop()
  })

  const status = () =>
    releaseStatus.parse(JSON.parse(readFileSync(path.join(cms.dataDir, 'release-status.json'), 'utf8')))
  const askStatus = () =>
    fetch(`${product.api}release-status`, { headers: { authorization: `JWT ${cms.tokens.publisher}` } })

  describe('a MongoDB of three that goes away', () => {
    test('a database that nobody answers for is waited for, named in the admin, the status and the log', async () => {
      servers.suspend()
      try {
        const said = await askStatus()
        expect(said.status).toBe(503)
        expect(await said.text()).toContain('数据库暂时连不上，正在等它回来')
        expect(await within(40_000, () => status().reason?.includes('数据库暂时连不上') ?? false)).toBe(true)
        expect(product.publisher.output).toContain('数据库暂时连不上，正在等它回来')
      } finally {
        servers.resume()
      }
      expect(await within(40_000, async () => (await askStatus()).ok)).toBe(true)
      await rounds.whileEditing(() => pause(1000))
      await rounds.check()
      expect(await within(70_000, () => status().state === 'live')).toBe(true)
    })

    test('the primary is killed while editors publish: nothing acknowledged is lost, and who is refused reads why', async () => {
      const before = editors.acknowledged
      let atKill = 0
      await rounds.whileEditing(async () => {
        await within(90_000, () => editors.acknowledged >= before + 5)
        servers.killPrimary()
        atKill = editors.acknowledged
        await within(180_000, () => editors.acknowledged > atKill + 20)
      })
      expect(atKill).toBeGreaterThan(before)
      // The same processes went on with the new primary.
      expect(editors.acknowledged).toBeGreaterThan(atKill)
      for (const refusal of editors.refusals) expect(refusal).toMatch(/[一-鿿]{6}/)
      await rounds.check()
      console.log(
        `primary killed: ${atKill - before} edits acknowledged before, ${editors.acknowledged - atKill} after`,
      )
    })
  })
}
