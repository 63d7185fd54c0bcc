import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROLES, type Role } from '#domain/vocabulary'
import { openTestCms, type TestCms, type Who } from '../support/newsroom/cmsDatabase.ts'
import { deskLines, deskWords } from '../support/newsroom/desk.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms(undefined, 3)
})
afterAll(() => cms?.close())

const publish = async (address: string, body: object) => {
  const answer = await cms.rest('publisher', 'PATCH', address, { ...body, _status: 'published' })
  expect(answer.body.errors).toBeUndefined()
}

test('a case whose handling limit has passed is named with its last day, one that is within it is not', async () => {
  const id = await cms.idOf('cases', 'reference', 'WS-2022-000001')
  const lead = await cms.idOf('departments', 'slug', 'chengjian')
  const timeline = [
    { kind: 'whistle', at: '2022-06-13' },
    { kind: 'dispatch', at: '2022-06-13', department: lead },
  ]
  await publish(`cases/${id}`, { timeline, status: 'handling', lead, departments: [], handlingDays: 5 })
  const late = (await deskLines(cms, 'publisher', '2022-06-21')).find(({ words }) =>
    words.startsWith('过了办理时限'),
  )
  expect(late).toMatchObject({ words: '过了办理时限还没办完：1件' })
  expect(late?.entries[0]?.words).toContain('WS-2022-000001')
  expect(late?.entries[0]?.words).toContain('2022-06-20')
  expect((await deskWords(cms, 'publisher', '2022-06-20')).some((w) => w.startsWith('过了办理时限'))).toBe(
    false,
  )
})

test('whoever writes only his own is told of his own, and led to the list of them', async () => {
  const words = async (who: Role) =>
    (await deskWords(cms, who, '2022-07-30')).filter((w) => /办完|没结案/.test(w))
  expect(await words('contributor')).toEqual([])
  expect(await words('publisher')).toContain('过了办理时限还没办完：1件')
  const { docs } = await cms.payload.find({
    collection: 'cases',
    where: { reference: { equals: 'WS-2022-000001' } },
  })
  const id = docs[0]?.id as number
  const createdBy = cms.users.contributor.id
  await cms.payload.db.updateOne({ collection: 'cases', id, data: { createdBy } })
  expect(await words('contributor')).toEqual(['过了办理时限还没办完：1件', '还没结案的事项：1件'])
  const line = (await deskLines(cms, 'contributor', '2022-07-30')).find(({ words }) => /没结案/.test(words))
  const query = line?.href?.split('?')[1] ?? ''
  const found = (await cms.rest('contributor', 'GET', `cases?${query}`)).body.docs as { id: number }[]
  expect(found.map((each) => each.id)).toEqual([id])
})

test('a challenge is named until it is answered, and is urgent once three working days have passed', async () => {
  const number = 'ZY-2022-0001'
  const about = '这个数字'
  await cms.rest('publisher', 'POST', 'challenges', {
    number,
    about,
    text: '不对。',
    receivedOn: '2022-06-17',
  })
  const line = async (today: string) =>
    (await deskLines(cms, 'publisher', today)).find(({ words }) => words.startsWith('要答复的质疑'))
  expect(await line('2022-06-22')).toMatchObject({ isUrgent: false, words: expect.stringContaining('1条') })
  expect(await line('2022-06-23')).toMatchObject({ isUrgent: true })
  const id = await cms.idOf('challenges', 'number', number)
  await cms.rest('publisher', 'PATCH', `challenges/${id}`, { answer: '已改。', answeredOn: '2022-06-22' })
  expect(await line('2022-06-23')).toBeUndefined()
})

test('a site that nobody touched for two weeks is told so, and a column after half a year', async () => {
  const words = await deskWords(cms, 'publisher', '2099-01-01')
  expect(words).toContain('网站两周没有更新')
  expect(words.some((w) => /^半年没有更新的栏目：\d个$/.test(w))).toBe(true)
})

test('a reported figure that the own records exceed is named, one that they do not reach is not', async () => {
  const { docs } = await cms.payload.find({
    collection: 'reported-figures',
    where: { metric: { equals: 'whistles' } },
  })
  const apart = async () =>
    (await deskLines(cms, 'publisher')).find(({ words }) => words.startsWith('和本站的记录对不上'))
  expect(await apart()).toBeUndefined()
  await publish(`reported-figures/${docs[0]?.id}`, { value: 1, quotation: null })
  expect((await apart())?.entries[0]?.words).toContain('通报1')
})

test('a public record from before a rule of the privacy gate is on the desk until somebody has decided, one that passed is not', async () => {
  const reference = 'WS-2022-000001'
  const id = await cms.idOf('cases', 'reference', reference)
  const text = '居民欧阳建国来反映，路灯不亮。'
  const { description } = (await cms.shown('cases', id)) as { description: string }
  const write = (data: object) =>
    cms.payload.db.updateOne({
      collection: 'cases',
      id,
      data: { ...data, updatedAt: new Date().toISOString() },
    })
  await write({ description: text })
  const { doubtsFound } = await import('../../cms/src/desk/doubtsFound.ts')
  // A newsroom that is opened after the rule was made.
  const opened = Object.create(cms.payload) as typeof cms.payload
  const line = async (who: Role = 'publisher') =>
    (await deskLines({ ...cms, payload: opened }, who)).find(({ words }) =>
      words.startsWith('以前公开的事项'),
    )
  await expect.poll(async () => (await line(), doubtsFound(opened).isOver), { timeout: 60_000 }).toBe(true)
  const found = await line()
  expect(found?.words).toMatch(/拿不准是不是隐私的：1条。/)
  expect(found?.entries).toEqual([{ words: `事项 ${reference}`, href: `/admin/collections/cases/${id}` }])
  expect(decodeURIComponent(found?.href ?? '')).toContain(`where[id][in]=${id}`)
  expect(await line('contributor')).toBeUndefined()
  await publish(`cases/${id}`, { description })
  expect(await line()).toBeUndefined()
})

test('who may not publish has no answering, settings or figures on the desk', async () => {
  const words = await deskWords(cms, 'contributor', '2099-01-01')
  expect(words.filter((w) => /质疑|通报数字|网站信息|没有更新/.test(w))).toEqual([])
})

test('what was handed in waits for those who publish, what was given back for who wrote it, and neither for others', async () => {
  const reference = 'WS-2023-000801'
  const made = await cms.rest('contributor', 'POST', 'cases', { reference, title: '写好了' })
  const { id } = made.body.doc as { id: number }
  const take = (who: Who, step: string, note?: string) =>
    cms.rest(who, 'POST', 'workflow', { recordType: 'cases', id, step, ...(note ? { note } : {}) })
  const sees = async (who: Role, words: string) =>
    (await deskLines(cms, who)).some(
      (line) => line.words.startsWith(words) && line.entries.some((entry) => entry.words.includes(reference)),
    )
  expect((await take('contributor', 'submit')).status).toBe(200)
  for (const who of ROLES)
    expect([who, await sees(who, '交上来')]).toEqual([
      who,
      ['editor', 'publisher', 'administrator'].includes(who),
    ])
  expect((await take('publisher', 'return', '缺时间')).status).toBe(200)
  expect(await sees('contributor', '退回来')).toBe(true)
  const others = await cms.rest('editor', 'POST', 'cases', { reference: 'WS-2023-000802', title: '别人的' })
  const { id: other } = others.body.doc as { id: number }
  await cms.rest('editor', 'POST', 'workflow', { recordType: 'cases', id: other, step: 'submit' })
  await cms.rest('publisher', 'POST', 'workflow', {
    recordType: 'cases',
    id: other,
    step: 'return',
    note: '改',
  })
  expect(JSON.stringify(await deskLines(cms, 'contributor'))).not.toContain('WS-2023-000802')
})
