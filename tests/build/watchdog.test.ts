import { afterAll, beforeAll, expect, test } from 'vitest'
import { Child } from '../../scripts/processes/children/child.ts'
import { leaveStuck } from '../../scripts/processes/children/stuckMark.ts'
import { Watch } from '../../scripts/processes/children/watch.ts'
import { makeSteps } from '../../scripts/processes/command/steps.ts'
import { buildRenderer } from '../../scripts/processes/install/builds.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { pageIn, statusIn } from '../support/product/publisherProcess.ts'
import { within } from '../support/product/startedProduct.ts'

let cms: TestCms
let child: Child
let isReady = false
const silences: string[] = []
const HANGS = 'WS-2022-000902'

beforeAll(async () => {
  cms = await openTestCms()
  await buildRenderer(makeSteps({ say: () => {}, now: Date.now }), cms.dataDir)
  process.env.TEST_HANGS = HANGS
  child = new Child(
    'publisher',
    ['tests/support/product/hangingPublisher.ts'],
    cms.dataDir,
    {
      started: () => {},
      said: (said) => {
        isReady ||= said.ready === true
      },
      died: () => {},
      silent: (step) => {
        silences.push(step)
        leaveStuck(cms.dataDir, step)
      },
    },
    // The real watch waits a minute; a start with all its imports takes some seconds here.
    { trusted: true, watch: new Watch(250, 10_000) },
  )
  if (!(await within(180_000, () => isReady))) throw new Error(`not ready: ${child.lastWords()}`)
})
afterAll(async () => {
  delete process.env.TEST_HANGS
  await child?.stop(1000)
  await cms?.close()
})

test('a record over which the publisher never gets ready is put aside and named, and those saved with it go live', async () => {
  const area = await cms.idOf('areas', 'slug', 'qingtong')
  const references = [1, 2, 3, 4].map((n) => `WS-2022-00090${n}`)
  // Saved at once, so that they are one batch.
  const saved = await Promise.all(
    references.map((reference) =>
      cms.rest('publisher', 'POST', 'cases', {
        reference,
        title: `${reference}的题目`,
        area,
        description: '情况。',
        origin: 'record',
        status: 'waiting',
        timeline: [{ kind: 'whistle', at: '2022-06-01' }],
        _status: 'published',
      }),
    ),
  )
  for (const { status, body } of saved) expect(status, JSON.stringify(body)).toBe(201)
  const pageOf = (reference: string) => pageIn(cms.dataDir, `cases/2022/0009/${reference}.html`)
  const good = references.filter((reference) => reference !== HANGS)
  const named = () => statusIn(cms.dataDir).reason?.includes(HANGS) === true
  expect(await within(100_000, () => good.every(pageOf) && named()), child.lastWords()).toBe(true)
  expect(statusIn(cms.dataDir).reason).toContain('这一步没有了反应')
  expect(pageOf(HANGS)).toBeNull()
  expect(silences.length).toBeGreaterThan(0)

  const later = await cms.rest('publisher', 'PATCH', `cases?where[reference][equals]=${references[0]}`, {
    title: '后来改的题目',
    _status: 'published',
  })
  expect(later.status).toBe(200)
  const isThere = () => pageOf(references[0] as string)?.includes('后来改的题目')
  expect(await within(90_000, () => isThere() === true)).toBe(true)
}, 240_000)
