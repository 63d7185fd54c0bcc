import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { openTestPublisher, type TestPublisher } from '../support/newsroom/testPublisher.ts'

let cms: TestCms
let site: TestPublisher
/** Withdrawals that somebody makes while a release is being made; the newsroom is asked when they are saved. */
let under: Promise<unknown> = Promise.resolve()
/** What readers saw at the end of each release: how many of the cases are gone, and whose site it is. */
let seen: { gone: number; organiser: string }[] = []
let clock = Date.now()

const pageOf = (n: number) => `cases/2022/0000/WS-2022-${String(n).padStart(6, '0')}.html`
const withdraw = (n: number) => {
  const address = `cases?where[reference][equals]=WS-2022-${String(n).padStart(6, '0')}`
  under = cms.rest('publisher', 'PATCH', address, { _status: 'draft' })
}
const callIt = (organiser: string) =>
  cms.rest('administrator', 'POST', 'globals/site-settings', { organiser })
/** Lets something happen each time that a release is begun. */
const atEachBegin = (work: () => void) => {
  site.at.snapshot = work
}

beforeAll(async () => {
  cms = await openTestCms(undefined, 14)
  // Each look at the clock is later than the pause between two looks at the outbox.
  site = await openTestPublisher(cms, () => {
    clock += 300
    return new Date(clock)
  })
  const { readOutbox } = site.newsroom
  site.newsroom.readOutbox = async () => {
    await under
    return readOutbox()
  }
  await site.publisher.compare(false)
})
afterAll(() => cms.close())
beforeEach(() => {
  for (const name of Object.keys(site.at)) delete site.at[name]
  seen = []
  site.at['before the rows are deleted'] = () =>
    void seen.push({
      gone: Array.from({ length: 14 }, (_, n) => site.page(pageOf(n + 1))).filter((page) => page === null)
        .length,
      organiser:
        /某办公室|某中心|某街道/.exec(site.page('about.html') ?? site.page('index.html') ?? '')?.[0] ?? '',
    })
})

test('a withdrawal that comes while everything is made anew is with readers first, and then everything is made', async () => {
  await callIt('某办公室')
  let isDone = false
  atEachBegin(() => {
    if (!isDone) withdraw(3)
    isDone = true
  })
  await site.publish()
  expect(seen).toEqual([
    { gone: 1, organiser: '' },
    { gone: 1, organiser: '某办公室' },
  ])
  expect(await cms.takeOutbox()).toEqual([])
  expect((await site.publisher.compare(true))?.isNew).toBe(false)
})

test('withdrawals that keep coming do not put off what is made anew for ever, and none of them is forgotten', async () => {
  await callIt('某中心')
  const coming = [4, 5, 6, 7, 8, 9, 10]
  atEachBegin(() => {
    const next = coming.shift()
    if (next) withdraw(next)
  })
  await site.publish()
  const first = seen.findIndex(({ organiser }) => organiser === '某中心')
  expect(first).toBeLessThanOrEqual(3)
  await under
  await site.publish()
  expect(seen.at(-1)).toEqual({ gone: 8, organiser: '某中心' })
  expect(await cms.takeOutbox()).toEqual([])
  expect((await site.publisher.compare(true))?.isNew).toBe(false)
})

test('a correction waits its turn', async () => {
  await callIt('某街道')
  let isDone = false
  atEachBegin(() => {
    const address = 'cases?where[reference][equals]=WS-2022-000001'
    if (!isDone)
      under = cms.rest('publisher', 'PATCH', address, { title: '改过的标题', _status: 'published' })
    isDone = true
  })
  await site.publisher.drain()
  expect(seen).toEqual([{ gone: 8, organiser: '某街道' }])
  await site.publish()
  expect(site.page(pageOf(1))).toContain('改过的标题')
})
