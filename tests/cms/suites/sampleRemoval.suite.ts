import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson, keyOf, sha256, TABLE_NAMES } from '#domain/records/snapshot'
import { asForm } from '../../support/newsroom/asForm.ts'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { globalsWithSample, loadFacts, loadSample, SAMPLE } from '../../support/newsroom/sampleContent.ts'
import { shippedSettings, shippedSynonyms } from '../../support/newsroom/shippedRows.ts'

type Overview = { counts: Record<string, number>; inTheWay: string | null; total: number }

/** What must hold on every database when the demonstration is removed. */
export function removalPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let photos: { own: string; shared: string }
  const DRAFT = 'DEMO-2022-900001'

  /** One hash of all that is public; of what is no sample, as if the rest were not there. */
  const publicBytes = async (which: 'all' | 'real' = 'all') => {
    const { buildSnapshot } = await import('../../support/newsroom/buildSnapshot.ts')
    const { snapshot, problems } = await buildSnapshot(cms.payload)
    expect(problems).toEqual([])
    const isWanted = (row: { origin: string }) => which === 'all' || row.origin !== 'sample'
    const tables = TABLE_NAMES.map((t) => [t, [...snapshot.tables[t].values()].filter(isWanted)])
    const globals =
      which === 'all' ? [snapshot.settings, snapshot.synonyms] : [shippedSettings, shippedSynonyms]
    return sha256(canonicalJson([tables, ...globals]))
  }
  const overview = async (who: Who = 'administrator') => {
    const answer = await cms.rest(who, 'GET', 'sample-removal')
    return { status: answer.status, seen: answer.body as unknown as Overview }
  }
  const remove = (counts: object | undefined, who: Who = 'administrator') =>
    cms.rest(who, 'POST', 'sample-removal', counts ? { counts } : {})
  const patch = async (reference: string, body: object, query = '') => {
    const id = await cms.idOf('cases', 'reference', reference)
    const answer = await cms.rest('publisher', 'PATCH', `cases/${id}${query}`, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const upload = async (colour: string) => {
    const image = { width: 60, height: 40, channels: 3 as const, background: colour }
    const form = new FormData()
    form.set('file', new File([new Uint8Array(await sharp({ create: image }).jpeg().toBuffer())], 'a.jpg'))
    form.set('_payload', JSON.stringify({ alt: '东山墙', stage: 'before', looked: 'clear' }))
    const answer = await cms.rest('publisher', 'POST', 'media', form)
    return answer.body.doc as { id: number | string; filename: string }
  }
  const demoArea = () => cms.idOf('areas', 'slug', SAMPLE.tables.areas[3]?.slug as string)

  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 6)
    await loadFacts(cms.payload)
    const [own, shared] = [await upload('red'), await upload('blue')]
    photos = { own: own.filename, shared: shared.filename }
    await patch('WS-2022-000001', { photos: [shared.id], _status: 'published' })
    await loadSample(cms.payload)
    for (const [address, body] of [
      ['globals/site-settings', globalsWithSample.settings],
      ['globals/synonyms', globalsWithSample.synonyms],
    ] as const)
      expect((await asForm(cms, 'administrator', address, body)).status).toBe(200)
    await patch('DEMO-2022-000001', { photos: [own.id, shared.id], _status: 'published' })
    await patch('DEMO-2022-000002', { title: '没发布的改动' }, '?draft=true')
    const draft = { reference: DRAFT, title: '没发布过的', origin: 'sample' }
    expect((await cms.rest('contributor', 'POST', 'cases', draft)).status).toBe(201)
  })
  afterAll(() => cms?.close())
  beforeEach(() => cms.takeOutbox())

  test('looking shows the numbers by part and changes nothing', async () => {
    const before = await publicBytes()
    const { seen } = await overview()
    for (const table of TABLE_NAMES)
      expect([table, seen.counts[table]]).toEqual([
        table,
        SAMPLE.tables[table].length + (table === 'cases' ? 1 : 0),
      ])
    expect(seen.counts).toMatchObject({ media: 1, categories: 6, synonyms: 140 })
    expect(seen.total).toBe(Object.values(seen.counts).reduce((a, b) => a + b))
    expect(seen.inTheWay).toBeNull()
    expect(await publicBytes()).toBe(before)
    expect(await cms.takeOutbox()).toEqual([])
  })

  test.each([
    ['anonymous', 401],
    ['contributor', 403],
    ['publisher', 403],
  ] as const)('%s neither sees nor removes it', async (who, status) => {
    const before = await publicBytes()
    const { seen } = await overview()
    expect((await overview(who)).status).toBe(status)
    expect((await remove(seen.counts, who)).status).toBe(status)
    expect(await publicBytes()).toBe(before)
  })

  test('it is not removed with other numbers than it has, nor without numbers', async () => {
    const before = await publicBytes()
    const { counts } = (await overview()).seen
    const other = await remove({ ...counts, cases: (counts.cases as number) - 1 })
    expect(other.status).toBe(409)
    expect(other.body.errors?.[0]?.message).toContain('不一样了')
    expect((await remove(undefined)).status).toBe(400)
    expect(await publicBytes()).toBe(before)
  })

  describe('while a record that is no sample names a sample', () => {
    const refusedInWords = async (words: RegExp) => {
      const { seen } = await overview()
      expect(seen.inTheWay).toMatch(words)
      const answer = await remove(seen.counts)
      expect(answer.status).toBe(409)
      expect(answer.body.errors?.[0]?.message).toMatch(words)
      expect((await overview()).seen.counts).toEqual(seen.counts)
    }
    const refused = async (words: RegExp) => {
      const before = await publicBytes()
      await refusedInWords(words)
      expect(await publicBytes()).toBe(before)
    }

    test('in public, from a time when it was allowed, it is refused: how many, and the first five', async () => {
      const all = [1, 2, 3, 4, 5, 6].map((n) => `WS-2022-00000${n}`)
      const stand = async (area: number | string) => {
        for (const reference of all)
          await cms.payload.db.updateOne({
            collection: 'cases',
            where: { reference: { equals: reference } },
            data: { area },
          })
      }
      await stand(await demoArea())
      await refusedInWords(/有6条.*（事项WS-2022-000001、.*事项WS-2022-000005 等）/)
      await stand(await cms.idOf('areas', 'slug', 'qingtong'))
      expect((await overview()).seen.inTheWay).toBeNull()
    })

    test('in a draft over its published state, or in a list inside it, it is refused', async () => {
      const department = await cms.idOf('departments', 'slug', 'demo-shuiwu')
      await patch(
        'WS-2022-000002',
        { timeline: [{ kind: 'dispatch', at: '2022-06-13', department }] },
        '?draft=true',
      )
      await refused(/有1条.*（事项WS-2022-000002）/)
      const { docs } = await cms.payload.find({
        collection: 'cases',
        where: { reference: { equals: 'WS-2022-000003' } },
      })
      const timeline = (docs[0] as { timeline: object[] }).timeline.map((e) => ({ ...e, id: undefined }))
      const id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
      const { body: opened } = await cms.rest('editor', 'GET', `cases/${id}?draft=true`)
      await patch('WS-2022-000002', { timeline, basedOn: opened.updatedAt, _status: 'published' })
      expect((await overview()).seen.inTheWay).toBeNull()
    })

    test('in a draft that was never published and has no origin yet, it is refused', async () => {
      const area = await demoArea()
      const made = await cms.rest('contributor', 'POST', 'cases', { reference: 'WS-2022-000700', area })
      await refused(/有1条.*（事项WS-2022-000700）/)
      const { id } = made.body.doc as { id: number | string }
      expect((await cms.rest('publisher', 'DELETE', `cases/${id}`)).status).toBe(200)
    })
  })

  test('while the loading is not finished it is refused', async () => {
    const mark = { recordType: 'content', references: ['sample'] }
    await cms.payload.db.create({ collection: 'loads', data: mark })
    const { seen } = await overview()
    expect(seen.inTheWay).toContain('还没有装完')
    expect((await remove(seen.counts)).status).toBe(409)
    const finished = { recordType: 'content-finished', references: ['sample'] }
    await cms.payload.db.create({ collection: 'loads', data: finished })
  })

  test('killed in the middle, nothing of it has happened', async () => {
    const [before, { seen }] = [await publicBytes(), await overview()]
    const child = fork(path.resolve(import.meta.dirname, '../../support/newsroom/sampleRemover.ts'), {
      stdio: 'ignore',
    })
    await new Promise((resolve, reject) => {
      child.once('message', resolve)
      child.once('exit', (code) => reject(new Error(`the child ended by itself: ${code}`)))
    })
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    expect(await publicBytes()).toBe(before)
    expect((await overview()).seen).toEqual(seen)
    expect(await cms.takeOutbox()).toEqual([])
  })

  test('removed, it is gone with its versions, drafts, photos and words, and the rest is the same bytes', async () => {
    const { docs: acts } = await cms.payload.find({ collection: 'acts', limit: 0 })
    const { seen } = await overview()
    const real = await publicBytes('real')
    const answer = await remove(seen.counts)
    expect(answer.body).toEqual({ removed: seen.counts })
    expect(await publicBytes()).toBe(real)
    expect((await overview()).seen.total).toBe(0)
    for (const table of TABLE_NAMES) {
      const where = { 'version.origin': { equals: 'sample' } }
      expect((await cms.payload.countVersions({ collection: table, where })).totalDocs).toBe(0)
    }
    const kept = (await cms.payload.find({ collection: 'media', limit: 0 })).docs.map((m) => m.filename)
    expect(kept).toEqual([photos.shared])
    const isThere = (name: string) => existsSync(path.join(cms.dataDir, 'media', name))
    expect([isThere(photos.own), isThere(photos.shared)]).toEqual([false, true])

    const published = TABLE_NAMES.flatMap((t) =>
      SAMPLE.tables[t].map((row) => `${t} ${keyOf(t, row as never)}`),
    )
    const globals = ['site-settings site-settings', 'synonyms synonyms']
    expect((await cms.takeOutbox()).sort()).toEqual([...published, `cases ${DRAFT}`, ...globals].sort())
    const known = new Set(acts.map((a) => a.id))
    const { docs } = await cms.payload.find({ collection: 'acts', limit: 0 })
    const fresh = docs.filter((a) => !known.has(a.id))
    expect(
      fresh
        .filter((a) => a.act === 'delete')
        .map((a) => `${a.recordType} ${a.reference}`)
        .sort(),
    ).toEqual(published.sort())
    expect(
      fresh
        .filter((a) => a.act !== 'delete')
        .map((a) => `${a.recordType} ${a.act}`)
        .sort(),
    ).toEqual(['site-settings correct', 'synonyms correct'])
  })

  test('nothing of it returns with the next start', async () => {
    const loaded = await loadSample(cms.payload)
    expect(Object.values(loaded).map((l) => l.created)).toEqual(Object.values(loaded).map(() => 0))
    expect((await overview()).seen.total).toBe(0)
  })
}
