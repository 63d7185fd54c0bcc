import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildRenderer } from '../../scripts/processes/builds.ts'
import { makeSteps } from '../../scripts/processes/steps.ts'
import { openTestCms, type TestCms } from '../support/cmsDatabase.ts'
import { Editors } from '../support/editors.ts'
import { KillableProduct } from '../support/killableProduct.ts'
import { KillRounds, planOf, STEPS } from '../support/killRounds.ts'
import { seeded } from '../support/randomEdits.ts'

const CASES = 10
const KILLS = 60
/** KILLS_SEED repeats a run that failed. */
const seed = Number(process.env.KILLS_SEED ?? 20221126)

/** What must hold on every database, whatever is killed and whenever. */
export function killPromises(name: string, databaseUrl: () => string | undefined): void {
  let cms: TestCms
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), CASES)
    await buildRenderer(makeSteps({ say: () => {}, now: Date.now }), cms.dataDir)
  })
  afterAll(() => cms?.close())

  const roundsOn = async (product: KillableProduct, salt: number) => {
    const random = seeded(seed + salt)
    return new KillRounds(cms, product, await Editors.on(cms.payload, random), random)
  }

  test(`${KILLS} kills at every moment lose no acknowledged edit, tear no record and leave the site whole`, {
    timeout: 15 * 60_000,
  }, async () => {
    const product = new KillableProduct()
    const rounds = await roundsOn(product, 0)
    try {
      await product.stand()
      for (const kill of planOf(KILLS, seeded(seed))) await rounds.play(kill)
    } finally {
      await product.close()
      const hits = STEPS.map((s) => `${s} ×${rounds.hits.get(s) ?? 0}`).join(', ')
      const others = [...rounds.kills].map(([what, n]) => `${what} ×${n}`).join(', ')
      console.log(`${name}, seed ${seed}: ${rounds.edits} acknowledged edits; killed ${others}; hit ${hits}`)
    }
    for (const step of STEPS) expect([step, rounds.hits.get(step) ?? 0]).toSatisfy(([, n]) => n >= 5)
  })

  test('with the transactions taken out the same rounds find what was lost', {
    timeout: 10 * 60_000,
  }, async () => {
    const product = new KillableProduct(['--without-transactions'])
    const rounds = await roundsOn(product, 1)
    const play = async () => {
      for (let n = 0; n < KILLS; n++) await rounds.play({ what: 'newsroom' })
    }
    try {
      await product.stand()
      await rounds.check()
      await expect(play()).rejects.toThrow(/torn|acknowledged|acts|version/)
    } finally {
      await product.close()
    }
  })
}
