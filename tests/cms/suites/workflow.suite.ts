import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { freshKey, freshRecord } from '../../support/newsroom/contractRecords.ts'

type Id = number | string
type Way = { state: string; words: string; version: Id; steps: string[]; reviewBy: string | null }

const NINE = Date.parse('2026-12-01T09:00+08:00')

/** A record's way from draft to readers: one version is named at every step, on every database. */
export function workflowPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let serial = 0
  let due: typeof import('../../../cms/src/workflow/publishDue.ts').publishDue
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 2)
    due = (await import('../../../cms/src/workflow/publishDue.ts')).publishDue
  })
  afterAll(() => cms?.close())

  const sentence = (answer: { body: { errors?: { message: string }[] } }) =>
    answer.body.errors?.[0]?.message ?? ''
  const draft = async (who: Who = 'contributor') => {
    const made = await cms.rest(who, 'POST', 'cases', await freshRecord(cms.payload, 'cases', ++serial))
    expect([made.status, sentence(made)]).toEqual([201, ''])
    return { id: (made.body.doc as { id: Id }).id, key: freshKey('cases', serial) }
  }
  const way = async (who: Who, id: Id) => {
    const answer = await cms.rest(who, 'GET', `workflow?recordType=cases&id=${id}`)
    expect([answer.status, sentence(answer)]).toEqual([200, ''])
    return answer.body as unknown as Way
  }
  const take = (who: Who, id: Id, step: string, more: object = {}) =>
    cms.rest(who, 'POST', 'workflow', { recordType: 'cases', id, step, ...more })
  const done = async (who: Who, id: Id, step: string, more: object = {}) => {
    const answer = await take(who, id, step, more)
    expect([step, answer.status, sentence(answer)]).toEqual([step, 200, ''])
    return answer.body as unknown as Way
  }
  const approved = async (id: Id, step = 'approve', more: object = {}) =>
    done('publisher', id, step, { version: (await way('publisher', id)).version, ...more })
  const isPublic = async (id: Id) => (await cms.shown('cases', id)) !== undefined
  const fourEyes = async (is: boolean) =>
    expect(
      (await cms.rest('administrator', 'POST', 'globals/newsroom-settings', { fourEyes: is })).status,
    ).toBe(200)

  test('a draft is handed in, given back with a reason that stands until it is handed in again, approved and published', async () => {
    const { id } = await draft()
    expect(await way('contributor', id)).toMatchObject({ state: 'draft', steps: ['submit'] })
    expect(await done('contributor', id, 'submit')).toMatchObject({ state: 'submitted' })
    expect((await take('publisher', id, 'return')).status).toBe(400)
    const back = await done('editor', id, 'return', { note: '缺到场时间' })
    expect([back.state, back.words]).toEqual(['returned', expect.stringContaining('缺到场时间')])
    const saved = await cms.rest('contributor', 'PATCH', `cases/${id}?draft=true`, { place: '东门' })
    expect([saved.status, (saved.body.doc as { cancelled?: string }).cancelled]).toEqual([200, undefined])
    expect((await way('contributor', id)).words).toContain('缺到场时间')
    await done('contributor', id, 'submit')
    expect(await approved(id)).toMatchObject({ state: 'approved' })
    expect(await isPublic(id)).toBe(false)
    expect((await cms.rest('publisher', 'PATCH', `cases/${id}`, { _status: 'published' })).status).toBe(200)
    expect([await isPublic(id), (await way('publisher', id)).state]).toEqual([true, 'published'])
    expect((await cms.rest('publisher', 'PATCH', `cases/${id}`, { _status: 'draft' })).status).toBe(200)
    expect((await way('publisher', id)).state).toBe('withdrawn')
  })

  test('nobody takes a step that the matrix does not give him, nor one with another’s record', async () => {
    const { id } = await draft()
    const { id: other } = await draft('editor')
    const { version } = await way('publisher', id)
    for (const [who, step] of [
      ['contributor', 'approve'],
      ['contributor', 'schedule'],
      ['contributor', 'return'],
      ['editor', 'approve'],
      ['editor', 'schedule'],
      ['auditor', 'submit'],
      ['auditor', 'approve'],
      ['auditor', 'review'],
    ] as const) {
      const answer = await take(who, id, step, {
        version,
        note: '理由',
        publishAt: '2027-01-01 9:00',
        reviewBy: '2027-01-01',
      })
      expect([who, step, answer.status, sentence(answer)]).toEqual([
        who,
        step,
        403,
        expect.stringMatching(/[\u4e00-\u9fff]/),
      ])
    }
    expect((await take('contributor', other, 'submit')).status).toBeGreaterThanOrEqual(403)
    expect((await take('anonymous', id, 'submit')).status).toBe(401)
    expect(
      (await cms.rest('contributor', 'GET', `workflow?recordType=cases&id=${other}`)).status,
    ).toBeGreaterThanOrEqual(403)
    for (const who of ['contributor', 'editor', 'publisher', 'administrator', 'auditor'] as const)
      expect([who, (await cms.rest(who, 'POST', 'steps', { step: 'approve' })).status]).toEqual([who, 403])
  })

  test.each([
    ['submit', {}],
    ['approve', {}],
    ['schedule', { publishAt: '2027-01-01 9:00' }],
  ] as const)('%s names one version: a later save takes it away and says so', async (step, more) => {
    const { id, key } = await draft()
    await approved(id, step, more)
    const saved = await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, { place: '东门' })
    expect(saved.status).toBe(200)
    expect((saved.body.doc as { cancelled?: string }).cancelled).toMatch(new RegExp(`${key}.*作废.*editor`))
    const now = await way('publisher', id)
    expect([now.state, now.words]).toEqual(['draft', expect.stringContaining('作废')])
    expect(await due(cms.payload, Date.parse('2028-01-01'))).toEqual([])
    expect(await isPublic(id)).toBe(false)
  })

  test('a step names the newest version, and what would be refused at publication is not approved', async () => {
    const { id } = await draft()
    const { version } = await way('publisher', id)
    expect((await take('publisher', id, 'approve')).status).toBe(400)
    await cms.rest('contributor', 'PATCH', `cases/${id}?draft=true`, { place: '西门' })
    const late = await take('publisher', id, 'approve', { version })
    expect([late.status, sentence(late)]).toEqual([409, expect.stringContaining('又保存过')])
    await cms.rest('contributor', 'PATCH', `cases/${id}?draft=true`, { title: null })
    const half = await take('publisher', id, 'approve', { version: (await way('publisher', id)).version })
    expect([half.status, sentence(half)]).toEqual([400, expect.stringContaining('不能公开')])
  })

  describe('what has a time', () => {
    test('is published at that moment of Shanghai, once, in the name of who set it, with the note of that version', async () => {
      const { id } = await draft()
      await approved(id, 'schedule', { publishAt: '2026-12-01 9:00' })
      expect((await way('publisher', id)).words).toContain('2026年12月1日 09:00')
      expect(await due(cms.payload, NINE - 1)).toEqual([])
      expect(await isPublic(id)).toBe(false)
      expect(await due(cms.payload, NINE)).toEqual([expect.stringContaining('按时发布')])
      expect(await due(cms.payload, NINE)).toEqual([])
      expect((await cms.shown('cases', id))?.updatedBy).toBe(cms.users.publisher.id)
      const changed = { place: '北门', changeNote: '地点写得更准', changeKind: 'correction' }
      expect((await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, changed)).status).toBe(200)
      await approved(id, 'schedule', { publishAt: '2026-12-02 9:00' })
      await due(cms.payload, NINE + 86_400_000)
      expect(await cms.shown('cases', id)).toMatchObject({ place: '北门', publicNote: '地点写得更准' })
    })

    test('is not set for a change of something public that does not say its kind and why', async () => {
      const { id } = await draft()
      await approved(id, 'schedule', { publishAt: '2026-12-01 9:00' })
      await due(cms.payload, NINE)
      await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, { place: '南门' })
      const set = async () => {
        const { version } = await way('publisher', id)
        return take('publisher', id, 'schedule', { version, publishAt: '2026-12-02 9:00' })
      }
      const bare = await set()
      expect([bare.status, sentence(bare)]).toEqual([400, expect.stringContaining('变更种类')])
      const said = { changeNote: '地点写得更准', changeKind: 'correction' }
      await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, said)
      expect((await set()).status).toBe(200)
    })

    test('is not set in the past, further than a year, nor without a time of day', async () => {
      const { id } = await draft()
      const { version } = await way('publisher', id)
      for (const publishAt of ['2020-01-01 9:00', '2026-12-01', '2099-01-01 9:00', '明天', undefined]) {
        const answer = await take('publisher', id, 'schedule', { version, publishAt })
        expect([publishAt, answer.status]).toEqual([publishAt, 400])
      }
    })

    test('is called off with its reason when who set it may not publish any more, and when the record was taken away', async () => {
      const { id, key } = await draft()
      await approved(id, 'schedule', { publishAt: '2026-12-01 9:00' })
      const { id: publisher } = cms.users.publisher
      const person = { collection: 'users', id: publisher } as const
      await cms.payload.update({ ...person, data: { role: 'editor' } })
      expect(await due(cms.payload, NINE)).toEqual([expect.stringContaining(`${key}：到了时间没能发布`)])
      await cms.payload.update({ ...person, data: { role: 'publisher' } })
      expect([await isPublic(id), (await way('publisher', id)).words]).toEqual([
        false,
        expect.stringContaining('不能发布'),
      ])
      const { id: gone } = await draft()
      await approved(gone, 'schedule', { publishAt: '2026-12-01 9:00' })
      expect((await cms.rest('publisher', 'DELETE', `cases/${gone}`)).status).toBe(200)
      expect(await due(cms.payload, NINE)).toEqual([])
    })
  })

  test('a day of review stands beside the way, whatever is saved, and is not set in the past', async () => {
    const { id } = await draft('editor')
    expect((await take('editor', id, 'review', { reviewBy: '2020-01-01' })).status).toBe(400)
    await done('editor', id, 'review', { reviewBy: '2027-03-01' })
    await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, { place: '东门' })
    expect(await way('editor', id)).toMatchObject({ state: 'draft', reviewBy: '2027-03-01' })
  })

  test('a time that somebody set for what he saved himself publishes nothing where four eyes are asked for since; another’s time does', async () => {
    const [own, other] = [(await draft('publisher')).id, (await draft('administrator')).id]
    for (const id of [own, other]) await approved(id, 'schedule', { publishAt: '2026-12-01 9:00' })
    await fourEyes(true)
    const told = await due(cms.payload, NINE)
    await fourEyes(false)
    expect([await isPublic(own), await isPublic(other)]).toEqual([false, true])
    expect(told.join()).toContain('两人原则')
    expect((await way('publisher', own)).words).toContain('两人原则')
  })

  test('where four eyes are asked for, nobody makes public what he saved last: at once, by approving, by setting a time or with a change of his own', async () => {
    await fourEyes(true)
    const { id } = await draft('publisher')
    const { version } = await way('publisher', id)
    const publish = (who: Who, body: object = {}) =>
      cms.rest(who, 'PATCH', `cases/${id}`, { ...body, _status: 'published' })
    for (const answer of [
      await publish('publisher'),
      await take('publisher', id, 'approve', { version }),
      await take('publisher', id, 'schedule', { version, publishAt: '2027-01-01 9:00' }),
      await publish('administrator', { place: '我改的' }),
      await cms.rest('publisher', 'POST', 'cases', {
        ...(await freshRecord(cms.payload, 'cases', ++serial)),
        _status: 'published',
      }),
    ])
      expect([answer.status, sentence(answer)]).toEqual([403, expect.stringContaining('两人原则')])
    expect(await isPublic(id)).toBe(false)
    await done('administrator', id, 'approve', { version })
    expect((await publish('publisher')).status).toBe(200)
    // Taking back is never held up.
    expect((await cms.rest('publisher', 'PATCH', `cases/${id}`, { _status: 'draft' })).status).toBe(200)
    expect((await publish('publisher')).status).toBe(403)
    expect((await publish('administrator')).status).toBe(200)
    await fourEyes(false)
    expect((await publish('administrator', { place: '我改的' })).status).toBe(200)
  })

  test('the newsroom’s settings and steps are no part of what readers get', async () => {
    const { buildSnapshot } = await import('../../support/newsroom/buildSnapshot.ts')
    const { id } = await draft()
    await approved(id, 'approve', { note: '金丝雀的批语' })
    await cms.rest('publisher', 'PATCH', `cases/${id}`, { _status: 'published' })
    const { snapshot } = await buildSnapshot(cms.payload)
    const text = JSON.stringify(snapshot, (_key, value) => (value instanceof Map ? [...value] : value))
    expect(text).toContain(freshKey('cases', serial))
    for (const word of ['金丝雀的批语', 'fourEyes', 'createdBy', 'contributor@'])
      expect(text).not.toContain(word)
  })
}
