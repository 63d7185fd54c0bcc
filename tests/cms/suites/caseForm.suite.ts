import type { Where } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../../support/newsroom/contractRecords.ts'

/** What the newsroom does by itself when a case is entered, on every database. */
export function caseFormPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 8)
  })
  afterAll(() => cms?.close())

  const save = async (body: object, query = '?draft=true') => {
    const answer = await cms.rest('contributor', 'POST', `cases${query}`, body)
    return { ...answer, reference: (answer.body.doc as { reference?: string } | undefined)?.reference }
  }
  const thisYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()

  test('a case without a reference is given the next number of the year of its whistle, or of this year', async () => {
    const timeline = [{ kind: 'whistle', at: '2022-06-13' }]
    expect((await save({ title: '一', timeline, origin: 'record' })).reference).toBe('WS-2022-000009')
    expect((await save({ title: '二', timeline })).reference).toBe('WS-2022-000010')
    expect((await save({ title: '三' })).reference).toBe(`WS-${thisYear}-000001`)
    expect((await save({ title: '四', origin: 'press', timeline })).reference).toMatch(/^PRESS-2022-\d{6}$/)
  })

  test('the duties of a case are found by what people say, by 俗称词表, by pinyin and by title, as far as one may read them', async () => {
    const titles = async (words: string, who: Who = 'contributor') => {
      const answer = await cms.rest(who, 'GET', `duty-choices?words=${encodeURIComponent(words)}`)
      return (answer.body.duties as { title: string }[]).map(({ title }) => title)
    }
    const { docs } = await cms.payload.find({ collection: 'duties', sort: 'code', limit: 1 })
    const { id, title } = docs[0] as { id: number | string; title: string }
    const draft = { ...(await freshRecord(cms.payload, 'duties', 9)), title: '水渠养护' }
    expect((await cms.rest('publisher', 'POST', 'duties?draft=true', draft)).status).toBe(201)
    expect(await titles('')).toEqual([title])
    expect(await titles('呱呱井唱歌')).not.toContain(title)
    const data = { wordings: '呱呱井唱歌' }
    await cms.payload.db.updateOne({ collection: 'duties', id, data })
    expect(await titles('呱呱井唱歌')).toEqual([title])
    expect(await titles('waiqiangtuoluo')).toEqual([title])
    expect(await titles(title.slice(1, 3))).toEqual([title])
    expect([await titles('水渠'), await titles('水渠', 'publisher')]).toEqual([[], ['水渠养护']])
    expect((await cms.rest('anonymous', 'GET', 'duty-choices')).status).toBe(401)
  })

  test('cases that are saved at the same moment are given different numbers, one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => save({ title: `同时${i}` })))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    const numbers = answers.map(({ reference }) => Number(reference?.slice(-6))).sort((a, b) => a - b)
    const first = numbers[0] as number
    expect(numbers).toEqual(answers.map((_, i) => first + i))
  })

  test('the number of a deleted case that was public is not given again', async () => {
    await cms.payload.db.create({
      collection: 'acts',
      data: {
        recordType: 'cases',
        reference: 'WS-1999-000007',
        act: 'delete',
        day: '2022-12-31',
        at: '2022-12-31T00:00:00Z',
      },
    })
    const timeline = [{ kind: 'whistle', at: '1999-05' }]
    expect((await save({ title: '旧的', timeline })).reference).toBe('WS-1999-000008')
  })

  test('what is invented is offered to invented records alone', async () => {
    const made = await cms.rest('publisher', 'POST', 'departments?draft=true', {
      name: '虚构局',
      slug: 'demo-xuguo',
      origin: 'sample',
    })
    expect(made.status).toBe(201)
    const { id } = made.body.doc as { id: number | string }
    const lead = cms.payload.collections.cases.config.flattenedFields.find(({ name }) => name === 'lead')
    const offers = (lead as { filterOptions: (asked: object) => true | Where }).filterOptions
    for (const origin of ['record', 'press', 'sample']) {
      const { docs } = await cms.payload.find({
        collection: 'departments',
        where: offers({ data: { title: '路灯不亮', origin } }) as Where,
        draft: true,
        pagination: false,
        depth: 0,
      })
      expect([origin, docs.some((each) => each.id === id), docs.length > 0]).toEqual([
        origin,
        origin === 'sample',
        true,
      ])
    }
  })

  test('a number that another case has is refused at its field, with the title of that case', async () => {
    const { status, body } = await save({ title: '撞号', reference: 'WS-2022-000002' })
    expect(status).toBe(400)
    const [error] = body.errors as unknown as { message: string; data: { errors: { path: string }[] } }[]
    expect(error?.message).toContain('编号 WS-2022-000002 已经有了')
    expect(error?.data.errors.map(({ path }) => path)).toEqual(['reference'])
  })

  test('a refused publication names every field at fault, in the form and over REST', async () => {
    const timeline = [
      { kind: 'arrival', at: '2022-06-13' },
      { kind: 'progress', at: '2022-06-12', text: '手机13812345678' },
    ]
    const { status, body } = await cms.rest('publisher', 'POST', 'cases', {
      title: '不全',
      timeline,
      status: 'closed',
      origin: 'record',
      _status: 'published',
    })
    expect(status).toBe(400)
    const [error] = body.errors as unknown as {
      message: string
      data: { errors: { path: string; message: string }[] }
    }[]
    const paths = error?.data.errors.map(({ path }) => path)
    for (const path of ['area', 'description', 'timeline.0.kind', 'timeline.0.department', 'timeline.1.at'])
      expect(paths).toContain(path)
    for (const { message } of error?.data.errors ?? []) expect(error?.message).toContain(message)
  })

  test('times are kept in the one form however they are typed, over REST too', async () => {
    const timeline = [{ kind: 'whistle', at: '2022年6月13日 上午9点10分' }]
    const { body } = await save({ title: '时间', timeline })
    expect((body.doc as { timeline: { at: string }[] }).timeline[0]?.at).toBe('2022-06-13T09:10+08:00')
  })
}
