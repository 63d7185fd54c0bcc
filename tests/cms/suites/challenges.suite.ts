import { expect, test } from 'vitest'
import type { TestCms } from '../../support/newsroom/cmsDatabase.ts'

type Id = number | string

/** What a challenge must do on every database. `cms` is opened by the suite that this one is part of. */
export function challengePromises(cms: () => TestCms): void {
  test('a challenge is numbered once, answered with a date, kept in versions and deleted', async () => {
    const body = {
      number: 'ZY-2022-0001',
      about: 'WS-2022-000001',
      text: '时间不对',
      receivedOn: '2022-12-01',
    }
    const made = await cms().rest('contributor', 'POST', 'challenges', body)
    expect(made.status).toBe(201)
    expect((await cms().rest('contributor', 'POST', 'challenges', body)).status).toBe(400)
    const { id } = made.body.doc as { id: Id }
    expect((await cms().rest('contributor', 'PATCH', `challenges/${id}`, { answer: '改好了' })).status).toBe(
      403,
    )
    expect((await cms().rest('publisher', 'PATCH', `challenges/${id}`, { answer: '改好了' })).status).toBe(
      400,
    )
    const answered = { answer: '改好了', answeredOn: '2022-12-05' }
    expect((await cms().rest('publisher', 'PATCH', `challenges/${id}`, answered)).status).toBe(200)
    const where = { parent: { equals: id } }
    expect((await cms().payload.countVersions({ collection: 'challenges', where })).totalDocs).toBe(2)
    expect((await cms().rest('publisher', 'DELETE', `challenges/${id}`)).status).toBe(200)
    expect(await cms().takeOutbox()).toEqual([])
  })
}
