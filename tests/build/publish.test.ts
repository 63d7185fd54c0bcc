import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { liveRelease } from '../../scripts/release/store/switchRelease.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { openTestPublisher, type TestPublisher } from '../support/newsroom/testPublisher.ts'

let cms: TestCms
let site: TestPublisher
const CASE = 'WS-2022-000001'
const PAGE = `cases/2022/0000/${CASE}.html`

beforeAll(async () => {
  cms = await openTestCms(undefined, 14)
  site = await openTestPublisher(cms)
  await site.publisher.compare(false)
})
afterAll(() => cms.close())
beforeEach(() => {
  for (const name of Object.keys(site.at)) delete site.at[name]
})

const byReference = (reference: string) => `cases?where[reference][equals]=${reference}`
const send = async (reference: string, body: object, query = '') => {
  const answer = await cms.rest('publisher', 'PATCH', `${byReference(reference)}${query}`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer
}
const table = (name: string) =>
  parse(site.page(`data/${name}.csv`) as string, { bom: true, columns: true }) as Record<string, string>[]
const hasRow = (reference: string) => table('cases').some((r) => r.reference === reference)
const liveId = () => liveRelease(cms.dataDir)?.release.id

describe('a change in the newsroom', () => {
  test('reaches the page, the record as JSON and the table, and nothing else has to be asked for', async () => {
    const before = liveId()
    await send(CASE, { title: '改过的标题：外墙掉砖', _status: 'published' })
    await site.publish()
    expect(site.page(PAGE)).toContain('改过的标题')
    expect(site.page(PAGE.replace('.html', '.json'))).toContain('改过的标题')
    expect(table('cases').find((r) => r.reference === CASE)?.title).toContain('改过的标题')
    expect(site.page('cases/index.html')).toContain('改过的标题')
    expect(liveId()).not.toBe(before)
    expect(site.status.get()).toMatchObject({ state: 'live', reason: null, release: liveId() })
  })

  test('of a department’s name reaches every page that prints it', async () => {
    const answer = await cms.rest('publisher', 'PATCH', 'departments?where[slug][equals]=jiaojing', {
      name: '交通警察',
      shortName: '交通警察',
      _status: 'published',
    })
    expect(answer.status).toBe(200)
    await site.publish()
    expect(site.page('departments/jiaojing.html')).toContain('交通警察')
    expect(site.page(PAGE)).toContain('交通警察')
  })

  test('that is saved as a draft changes nothing a reader sees', async () => {
    const before = liveId()
    await send('WS-2022-000005', { title: '只是草稿' }, '&draft=true')
    await site.publish()
    expect(liveId()).toBe(before)
    expect(site.page('cases/2022/0000/WS-2022-000005.html')).not.toContain('只是草稿')
  })

  test('that is saved while everything is compared is published after it, and not forgotten', async () => {
    const { readAll } = site.newsroom
    site.newsroom.readAll = async function* (name, live) {
      yield* readAll(name, live)
      if (name === 'cases') await send(CASE, { title: '核对时改的', _status: 'published' })
    }
    await site.publisher.compare(false)
    site.newsroom.readAll = readAll
    await site.publish()
    expect(site.page(PAGE)).toContain('核对时改的')
  })

  test('that comes twice makes no second release', async () => {
    await site.publish()
    const before = liveRelease(cms.dataDir)?.release.sequence
    await site.publisher.compare(false)
    expect(liveRelease(cms.dataDir)?.release.sequence).toBe(before)
  })
})

describe('an unpublished record answers 404 everywhere', () => {
  const gone = (reference: string) => {
    const page = `cases/2022/0000/${reference}.html`
    expect(site.page(page)).toBeNull()
    expect(site.page(page.replace('.html', '.json'))).toBeNull()
    expect(hasRow(reference)).toBe(false)
    expect(site.page('cases/index.html')).not.toContain(reference)
    expect(site.page('data/snapshot/cases/2022/0000.ndjson')).not.toContain(`"${reference}"`)
  }

  test('when it is unpublished, also while a draft was pending', async () => {
    await send('WS-2022-000002', { title: '未发的草稿' }, '&draft=true')
    await send('WS-2022-000002', { _status: 'draft' })
    await site.publish()
    gone('WS-2022-000002')
  })

  test('but not by a PATCH of one field while a draft waits: that is refused', async () => {
    await send('WS-2022-000003', { title: '未发的草稿' }, '&draft=true')
    const id = await cms.idOf('cases', 'reference', 'WS-2022-000003')
    const answer = await cms.rest('publisher', 'PATCH', `cases/${id}`, { internalNote: '内部的话' })
    expect(answer.status).toBe(409)
    await site.publish()
    expect(site.page('cases/2022/0000/WS-2022-000003.html')).not.toContain('未发的草稿')
  })

  test('when several are unpublished at once', async () => {
    const answer = await cms.rest(
      'publisher',
      'PATCH',
      'cases?where[reference][in]=WS-2022-000004,WS-2022-000005',
      { _status: 'draft' },
    )
    expect(answer.status).toBe(200)
    await site.publish()
    gone('WS-2022-000004')
    gone('WS-2022-000005')
  })

  test('when it is deleted', async () => {
    const answer = await cms.rest('administrator', 'DELETE', byReference('WS-2022-000006'))
    expect(answer.status).toBe(200)
    await site.publish()
    gone('WS-2022-000006')
  })

  test('and it comes back when it is published again', async () => {
    await send('WS-2022-000002', { _status: 'published' })
    await site.publish()
    expect(site.page('cases/2022/0000/WS-2022-000002.html')).not.toBeNull()
    expect(hasRow('WS-2022-000002')).toBe(true)
  })
})

describe('a release that fails', () => {
  test('leaves readers the last good site, and the next one heals without a hand', async () => {
    const before = liveId()
    await send(CASE, { title: '在失败的版本里', _status: 'published' })
    site.at.tree = () => {
      throw new Error('磁盘满了')
    }
    await expect(site.publish()).rejects.toThrow('磁盘满了')
    expect(liveId()).toBe(before)
    expect(site.page(PAGE)).not.toContain('在失败的版本里')
    delete site.at.tree
    await site.publish()
    expect(site.page(PAGE)).toContain('在失败的版本里')
  })

  test('because one row of a written table was flipped names the figure and changes nothing', async () => {
    const before = liveId()
    await send(CASE, { title: '数字对不上的版本', _status: 'published' })
    let undo = () => {}
    site.at.blobs = () => {
      const file = rowsOf('数字对不上的版本')
      const text = readFileSync(file, 'utf8')
      writeFileSync(file, text.replace(',true,', ',false,'))
      undo = () => writeFileSync(file, text)
    }
    await site.publish()
    expect(liveId()).toBe(before)
    expect(site.status.get().reason).toContain('数字对不上')
    undo()
    await expect(site.publisher.compare(true)).rejects.toThrow('数字对不上')
    expect(liveId()).toBe(before)
    undo()
    delete site.at.blobs
    await send(CASE, { title: '数字对得上的版本', _status: 'published' })
    await site.publish()
    expect(site.page(PAGE)).toContain('数字对得上的版本')
  })

  /** The written rows of cases.csv that hold some words: the file in the store that the table is joined from. */
  function rowsOf(words: string): string {
    const { folder } = site.store.blobs
    const files = readdirSync(folder).flatMap((s) =>
      readdirSync(join(folder, s)).map((name) => join(folder, s, name)),
    )
    return files.find(
      (f) =>
        !f.endsWith('.gz') &&
        readFileSync(f, 'utf8').startsWith('WS-') &&
        readFileSync(f, 'utf8').includes(words),
    ) as string
  }
})

test('ten good cases go live beside one that was broken in the database, and the status names the one', async () => {
  const broken = 'WS-2022-000007'
  await cms.payload.db.updateOne({
    collection: 'cases',
    where: { reference: { equals: broken } },
    data: { description: '' },
  })
  const good = Array.from({ length: 7 }, (_, i) => `WS-2022-${String(i + 8).padStart(6, '0')}`).concat([
    CASE,
    'WS-2022-000002',
    broken,
  ])
  for (const reference of good) {
    const id = await cms.idOf('cases', 'reference', reference)
    await cms.payload.db.updateOne({ collection: 'cases', id, data: { title: `第十批 ${reference}` } })
    await cms.payload.db.create({
      collection: 'outbox',
      data: { recordType: 'cases', reference, operation: 'update' },
    })
  }
  await site.publish()
  for (const reference of good.filter((r) => r !== broken))
    expect(site.page(`cases/2022/0000/${reference}.html`)).toContain(`第十批 ${reference}`)
  expect(site.page(`cases/2022/0000/${broken}.html`)).not.toContain(`第十批 ${broken}`)
  expect(site.status.get().reason).toContain(broken)
  const waiting = await cms.takeOutbox()
  expect(waiting).toEqual([`cases ${broken}`])
})

test('a record withdrawn together with a changed setting is hidden from search at once, and search goes on', async () => {
  await site.publisher.followWithSearch()
  const read = (file: string) => JSON.parse(site.page(`search/${file}`) as string)
  const { folder } = read('current.json')
  const keys = site.page(`search/${folder}/keys.txt`)?.split('\n')
  await send('WS-2022-000014', { _status: 'draft' })
  const settings = await cms.rest('administrator', 'POST', 'globals/site-settings', { organiser: '某办公室' })
  expect(settings.status).toBe(200)
  await site.publish()
  expect(read('current.json')).toMatchObject({ folder, pagefind: null })
  expect(read('recent.json')).toMatchObject({ folder, dead: [keys?.indexOf('cases\tWS-2022-000014')] })
  expect(site.page(`search/${folder}/head.bin`)).not.toBeNull()
})
