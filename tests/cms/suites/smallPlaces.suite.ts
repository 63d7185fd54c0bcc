import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '#domain/records/snapshot'
import { readPublished } from '../../../cms/src/snapshot/readPublished.ts'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../../support/newsroom/contractRecords.ts'

/** A name that stands nowhere else. */
const CANARY = '栖鹭坞自然村'
const SHORT = '栖鹭坞'

/** What holds where a resident raises something in a place that is too small to be named. */
export function smallPlacePromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let place: number | string
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl())
    const parent = await cms.idOf('areas', 'slug', 'qingtong')
    await patchArea('qingtong', { households: 900 })
    const area = { level: 'compound', name: CANARY, parent, households: 12 }
    const made = await cms.rest('publisher', 'POST', 'areas', {
      ...(await freshRecord(cms.payload, 'areas', 20)),
      ...area,
      _status: 'published',
    })
    expect(made.status, JSON.stringify(made.body.errors)).toBe(201)
    place = (made.body.doc as { id: number }).id
  })
  afterAll(() => cms.close())

  async function patchArea(slug: string, change: Record<string, unknown>) {
    const id = await cms.idOf('areas', 'slug', slug)
    const answer = await cms.rest('publisher', 'PATCH', `areas/${id}`, { ...change, _status: 'published' })
    expect(answer.status, JSON.stringify(answer.body.errors)).toBe(200)
  }

  async function publish(n: number, more: Record<string, unknown>): Promise<Row<'cases'>> {
    const record = await freshRecord(cms.payload, 'cases', n)
    const [whistle, ...after] = record.timeline as object[]
    const written = {
      title: `${CANARY}路灯不亮`,
      place: `${SHORT}村口`,
      description: `青桐社区${CANARY}的路灯坏了，${SHORT}的人夜里出不了门。`,
      timeline: [{ ...whistle, text: `${SHORT}来电` }, ...after],
    }
    const answer = await cms.rest('publisher', 'POST', 'cases', {
      ...record,
      ...written,
      kind: 'resident',
      area: place,
      _status: 'published',
      ...more,
    })
    expect(answer.status, JSON.stringify(answer.body.errors)).toBe(201)
    return rowOf(record.reference as string)
  }

  async function rowOf(reference: string): Promise<Row<'cases'>> {
    const { rows, problems } = await readPublished(cms.payload, 'cases', [reference])
    expect(problems).toEqual([])
    return rows[0] as Row<'cases'>
  }

  const changedCases = async () => (await cms.takeOutbox()).filter((row) => row.startsWith('cases '))

  test('its case is published at the next place that is large enough, and no text names the small one', async () => {
    const row = await publish(11, {})
    expect(row.area).toBe('qingtong')
    expect(row.placeRaised).toBe(true)
    expect(row.place).toBeUndefined()
    expect(row.title).toBe('青桐社区路灯不亮')
    expect(JSON.stringify(row)).not.toContain(SHORT)
  })

  test('what a community raised stays where it is', async () => {
    const community = await publish(12, { kind: 'community' })
    expect(community.area).toBe('qu-20')
    expect(community.title).toContain(CANARY)
    expect(community.placeRaised).toBeUndefined()
  })

  test('a change of households tells the publisher of its cases, and they are read anew', async () => {
    const row = await publish(13, {})
    await changedCases()
    await patchArea('qu-20', { households: 30 })
    expect(await changedCases()).toContain(`cases ${row.reference}`)
    expect((await rowOf(row.reference)).area).toBe('qu-20')
    expect((await rowOf(row.reference)).title).toContain(CANARY)
    await patchArea('qu-20', { households: 29 })
    expect((await rowOf(row.reference)).area).toBe('qingtong')
  })

  test('households that nobody knows are too few; where no place above is known to have enough, it is the next one', async () => {
    const row = await publish(14, {})
    await patchArea('qu-20', { households: null })
    await patchArea('qingtong', { households: null })
    expect((await rowOf(row.reference)).area).toBe('qingtong')
    await patchArea('qingtong', { households: 900 })
  })

  test('no text names it by a name that it had, or by the name of a place that was merged into it', async () => {
    const area = { level: 'compound', parent: await cms.idOf('areas', 'slug', 'qingtong'), households: 8 }
    const merged = await cms.rest('publisher', 'POST', 'areas', {
      ...(await freshRecord(cms.payload, 'areas', 21)),
      ...area,
      name: '听蝉岭小区',
      _status: 'published',
    })
    const { id } = merged.body.doc as { id: number }
    const row = await publish(17, {
      description: '枕溪寮（听蝉岭那边，从前的听蝉岭小区，更早叫落雁墩）路灯坏了。',
    })
    const text = async () => (await rowOf(row.reference)).description
    expect(await text()).toContain('枕溪寮（听蝉岭那边')
    await changedCases()
    await patchArea('qu-20', { name: '枕溪寮自然村' })
    await patchArea('qu-20', { name: CANARY })
    expect(await changedCases()).toContain(`cases ${row.reference}`)
    expect(await text()).toBe('青桐社区（听蝉岭那边，从前的听蝉岭小区，更早叫落雁墩）路灯坏了。')
    await patchArea('qu-21', { name: '落雁墩小区' })
    await patchArea('qu-21', { name: '听蝉岭小区' })
    const into = { recordType: 'areas', id, into: place, note: '两处合成一处' }
    expect((await cms.rest('publisher', 'POST', 'merger', into)).status).toBe(200)
    expect(await changedCases()).toContain(`cases ${row.reference}`)
    expect(await text()).toBe('青桐社区（青桐社区那边，从前的青桐社区，更早叫青桐社区）路灯坏了。')
  })

  test('another number in the settings moves the cases that it concerns, and only those', async () => {
    await patchArea('qu-20', { households: 20 })
    const row = await publish(15, {})
    const far = await publish(16, { area: await cms.idOf('areas', 'slug', 'qingtong') })
    await changedCases()
    const answer = await cms.rest('administrator', 'POST', 'globals/site-settings', { smallPlace: 20 })
    expect(answer.status, JSON.stringify(answer.body.errors)).toBe(200)
    const changed = await changedCases()
    expect(changed).toContain(`cases ${row.reference}`)
    expect(changed).not.toContain(`cases ${far.reference}`)
    expect((await rowOf(row.reference)).area).toBe('qu-20')
  })
}
