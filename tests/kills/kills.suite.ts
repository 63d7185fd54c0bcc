import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSteps } from '../../scripts/processes/command/steps.ts'
import { buildRenderer } from '../../scripts/processes/install/builds.ts'
import { isLong, rounds, seedNumber } from '../support/generated.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { Editors } from '../support/newsroom/editors.ts'
import { KillableProduct } from '../support/product/killableProduct.ts'
import { KillRounds, planOf, STEPS } from '../support/product/killRounds.ts'
import { seeded } from '../support/records/randomEdits.ts'

const CASES = 10
/** A short run comes to every step once and kills each process once at a moment that nobody chose. */
const KILLS = rounds(10, 60)
const AT_EACH_STEP = rounds(1, 5)

/** What must hold on every database, whatever is killed and whenever. */
export function killPromises(name: string, databaseUrl: () => string | undefined): void {
  const seed = seedNumber(`kills on ${name}`)
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
    const played = await roundsOn(product, 0)
    try {
      await product.stand()
      for (const kill of planOf(KILLS, AT_EACH_STEP, seeded(seed))) await played.play(kill)
    } finally {
      await product.close()
      const hits = STEPS.map((s) => `${s} ×${played.hits.get(s) ?? 0}`).join(', ')
      const others = [...played.kills].map(([what, n]) => `${what} ×${n}`).join(', ')
      console.log(`${name}, seed ${seed}: ${played.edits} acknowledged edits; killed ${others}; hit ${hits}`)
    }
    for (const step of STEPS)
      expect([step, played.hits.get(step) ?? 0]).toSatisfy(([, n]) => n >= AT_EACH_STEP)
  })

  // What the rounds are worth. When they find the loss is left to chance, so that only a whole run waits for it.
  if (isLong)
    test('with the transactions taken out the same rounds find what was lost', {
      timeout: 10 * 60_000,
    }, async () => {
      const product = new KillableProduct(['--without-transactions'])
      const played = await roundsOn(product, 1)
      const play = async () => {
        for (let n = 0; n < KILLS; n++) await played.play({ what: 'newsroom' })
      }
      try {
        await product.stand()
        await played.check()
        await expect(play()).rejects.toThrow(/torn|acknowledged|acts|version/)
      } finally {
        await product.close()
      }
    })
}
