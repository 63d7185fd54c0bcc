import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReleaseMaker } from '../../scripts/release/make/makeRelease.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { openTestPublisher, type TestPublisher } from '../support/newsroom/testPublisher.ts'

let cms: TestCms
let on: TestPublisher
beforeAll(async () => {
  cms = await openTestCms(undefined, 9)
  on = await openTestPublisher(cms)
})
afterAll(() => cms?.close())

/** Publishes a new title of a case. */
async function publish(title: string): Promise<void> {
  const id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
  await cms.rest('publisher', 'PATCH', `cases/${id}`, { title, _status: 'published' })
  await on.publish()
}

/** Does everything that a publisher does while nothing waits for it. */
async function idle(): Promise<void> {
  while (await on.publisher.idlePiece(true));
}

test('figures that went astray in memory are found by an idle publisher: its status says where, until they are right again', async () => {
  await on.publisher.compare(true)
  await idle()
  expect(on.status.get()).toMatchObject({ state: 'live', reason: null })

  await publish('第一次改')
  const { statistics } = Reflect.get(on.publisher, 'maker') as ReleaseMaker
  const figure = statistics.figure.bind(statistics)
  statistics.figure = (metric, scope, part = 'all') => {
    const right = figure(metric, scope, part)
    return metric.id === 'whistles' && part !== 'all' ? { ...right, value: (right.value ?? 0) + 1 } : right
  }
  await idle()
  const { state, reason } = on.status.get()
  expect(state).toBe('live')
  expect(reason).toMatch(/^已公开的数字有 \d+ 处和数表对不上，再这样全部重做会被拒绝——.*“吹哨”/)

  statistics.figure = figure
  await publish('第二次改')
  expect(on.status.get().reason).toBe(reason)
  await idle()
  expect(on.status.get()).toMatchObject({ state: 'live', reason: null })
})
