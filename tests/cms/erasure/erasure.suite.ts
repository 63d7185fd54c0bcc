import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { freshKey, freshRecord } from '../../support/newsroom/contractRecords.ts'
import { filesOfDatabase } from '../../support/newsroom/filesOfDatabase.ts'
import { erasedFilePromises } from './erasedFiles.suite.ts'
import { erasedInPlacePromises } from './erasedInPlace.suite.ts'
import { type More, shortWritePromises } from './shortWrites.suite.ts'

type Id = number | string
type Told = {
  counts: Record<string, number>
  inTheWay: string | null
  backups: { name: string; holds: boolean }[]
}

/** Collections that hold nothing of what people wrote of records, or what they change themselves. */
const NO_WORDS = ['users', 'acts', 'outbox', 'loads', 'upgrades', 'history-chain']

/** What must hold of erasing for good on every database; `ofFile`: what more of its file. */
export function erasurePromises(databaseUrl: () => string | undefined, ofFile?: More): void {
  const CANARY = '金丝雀街坊'
  let cms: TestCms
  let id: Id
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 2)
  })
  afterAll(() => cms?.close())

  const sentence = (answer: Answer) => answer.body.errors?.[0]?.message ?? ''
  const ask = (body: object, who: Who = 'administrator') => cms.rest(who, 'POST', 'erasure', body)
  const look = async (body: object) => {
    const answer = await ask(body)
    expect([answer.status, sentence(answer)]).toEqual([200, ''])
    return answer.body as unknown as Told
  }
  /** Everything that the database holds, as text. */
  const everything = async () => {
    const found: unknown[] = []
    for (const { slug, versions } of cms.payload.config.collections) {
      const all = { collection: slug as CollectionSlug, limit: 0, pagination: false }
      found.push(await cms.payload.db.find(all))
      if (versions) found.push(await cms.payload.db.findVersions(all))
    }
    return JSON.stringify(found)
  }
  const make = async (number: number, more: object) => {
    const record = { ...(await freshRecord(cms.payload, 'cases', number)), ...more }
    const made = await cms.rest('publisher', 'POST', 'cases', record)
    expect([made.status, sentence(made)]).toEqual([201, ''])
    return (made.body.doc as { id: Id }).id
  }
  const patch = async (of: Id, body: object, query = '') =>
    expect((await cms.plainly('publisher', 'PATCH', `cases/${of}${query}`, body)).status).toBe(200)

  test('words go from records, private fields, drafts, versions, bin, history, steps, challenges and what imports said', async () => {
    id = await make(1, { title: `${CANARY}的灯`, _status: 'published', internalNote: `问过${CANARY}` })
    await patch(id, { place: `${CANARY}门口` }, '?draft=true')
    const step = await cms.plainly('publisher', 'POST', 'workflow', {
      recordType: 'cases',
      id,
      step: 'submit',
      note: CANARY,
    })
    expect([step.status, sentence(step)]).toEqual([200, ''])
    const binned = await make(2, { description: `在${CANARY}家旁边` })
    expect((await cms.rest('publisher', 'DELETE', `cases/${binned}`)).status).toBe(200)
    const challenge = {
      number: 'ZY-2026-0008',
      about: '某事',
      text: `${CANARY}说不对`,
      receivedOn: '2026-11-02',
    }
    expect((await cms.rest('publisher', 'POST', 'challenges', challenge)).status).toBe(201)
    const row = { mapping: '登记', sourceKey: '1', recordType: 'cases', reference: freshKey('cases', 1) }
    const said = { title: `${CANARY.slice(0, 2)}\u200b${CANARY.slice(2)}` }
    const data = { ...row, record: said, hidden: { reporterName: CANARY }, isUndone: false }
    await cms.payload.db.create({ collection: 'imported-rows', data })
    const early = await look({ words: CANARY })
    expect(early.inTheWay).toContain(`公开的事项${freshKey('cases', 1)}`)
    const refused = await ask({ words: CANARY, reason: '当事人要求', counts: early.counts })
    expect([refused.status, sentence(refused)]).toEqual([409, early.inTheWay])
    await patch(id, { _status: 'draft', withdrawReason: 'privacy', withdrawNote: '写了名字' })
    expect(await everything()).toContain(CANARY)
    const seen = await look({ words: CANARY })
    expect(seen.inTheWay).toBeNull()
    for (const of of ['cases', 'history', 'steps', 'challenges', 'imported-rows'])
      expect([of, seen.counts[of] ?? 0]).not.toEqual([of, 0])
    expect(await everything()).toContain(CANARY)
    const before = (await cms.rest('publisher', 'GET', `cases/${id}?draft=true`)).body
    const chain = await import('../../../cms/src/history/chain.ts')
    const { checkHistory } = await import('../../../cms/src/history/checkHistory.ts')
    const told = await chain.chainHistory(cms.payload)

    for (const spelled of [` ${CANARY}\n`, CANARY.split('').join('\u200b'), `${CANARY}\ufe0f`])
      expect([spelled, (await look({ words: spelled })).counts]).toEqual([spelled, seen.counts])

    const done = await ask({ words: CANARY, reason: '当事人要求', counts: seen.counts })
    expect([done.status, sentence(done)]).toEqual([200, ''])
    expect((await everything()).replaceAll('\u200b', '')).not.toContain(CANARY)
    expect(await filesOfDatabase(cms.payload)).not.toContain(CANARY)
    const after = (await cms.rest('publisher', 'GET', `cases/${id}?draft=true`)).body
    expect(after).toMatchObject({
      title: '〔已清除〕的灯',
      internalNote: '问过〔已清除〕',
      place: '〔已清除〕门口',
    })
    for (const name of [
      'area',
      'duties',
      'lead',
      'description',
      'status',
      'reference',
      'timeline',
      'sources',
    ])
      expect([name, after[name]]).toEqual([name, before[name]])
    expect(await checkHistory(cms.payload, told)).toEqual([])
    const { docs } = await cms.payload.find({ collection: 'history', sort: ['-createdAt', '-id'], limit: 1 })
    expect(docs[0]).toMatchObject({ deed: 'erase', personName: 'administrator', note: '当事人要求' })
    expect((await look({ words: CANARY })).counts).toEqual({})
  })

  test('the publisher is asked to drop old releases, in a file that nobody else reads', () => {
    const folder = path.join(cms.dataDir, 'erasures')
    const [name] = readdirSync(folder)
    expect(JSON.parse(readFileSync(path.join(folder, name as string), 'utf8'))).toEqual({
      words: CANARY,
      blob: null,
    })
  })

  test('a record whose words went is still drafted, published and corrected', async () => {
    await patch(id, { title: '改好的标题', place: '门口', _status: 'published' })
    await patch(id, { title: '再改', changeNote: '改正', changeKind: 'correction', _status: 'published' })
    expect((await cms.shown('cases', id))?.title).toBe('再改')
  })

  test('only an administrator erases, with a reason that does not repeat the words, what he saw, and nothing that is too short', async () => {
    await make(3, { description: `又是${CANARY}` })
    const { counts } = await look({ words: CANARY })
    for (const who of ['publisher', 'editor', 'contributor', 'auditor'] as const)
      expect((await ask({ words: CANARY, reason: '要求', counts }, who)).status).toBe(403)
    for (const [body, words] of [
      [{ words: CANARY, counts }, '要写理由'],
      [{ words: CANARY, counts, reason: `${CANARY}要求的` }, '不要再写'],
      [{ words: '灯', counts, reason: '当事人要求' }, '太短'],
      [{ words: 'draft', counts, reason: '当事人要求' }, '太短'],
      [{ words: 'published', counts, reason: '当事人要求' }, '太短'],
      [{ reason: '当事人要求' }, '一次清除一样'],
      [{ words: CANARY, reason: '当事人要求', counts: { cases: 99 } }, '数目'],
    ] as const) {
      const answer = await ask(body)
      expect([body, answer.status >= 400, sentence(answer)]).toEqual([
        body,
        true,
        expect.stringContaining(words),
      ])
    }
    expect(await everything()).toContain(CANARY)
  })

  test('backups that hold the words are named, packed or not, and those that do not', async () => {
    const folder = path.join(cms.dataDir, 'backups')
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'a.tar.gz'), gzipSync(`x${CANARY}y`))
    writeFileSync(path.join(folder, 'b.tar.gz'), gzipSync('没有'))
    writeFileSync(path.join(folder, 'c.db'), Buffer.from(`${'x'.repeat(65_534)}${CANARY}`))
    writeFileSync(path.join(folder, 'd.tar.gz'), 'no archive')
    expect((await look({ words: CANARY })).backups).toEqual([
      { name: 'a.tar.gz', holds: true },
      { name: 'b.tar.gz', holds: false },
      { name: 'c.db', holds: true },
      { name: 'd.tar.gz', holds: true },
    ])
  })

  test('a photo goes with its file and from every version that showed it, once no record shows it', async () => {
    const { photoId, file } = await uploaded()
    const shows = await make(4, { photos: [photoId] })
    const shown = await ask({
      photo: photoId,
      reason: '拍到了人',
      counts: (await look({ photo: photoId })).counts,
    })
    expect([shown.status, sentence(shown)]).toEqual([400, expect.stringContaining('份草稿用到它')])
    await patch(shows, { photos: [] }, '?draft=true')
    await patch(shows, { place: '门口' }, '?draft=true')
    const { counts } = await look({ photo: photoId })
    expect(counts).toEqual({ media: 1, cases: 1 })
    const done = await ask({ photo: photoId, reason: '拍到了人', counts })
    expect([done.status, sentence(done), existsSync(file)]).toEqual([200, '', false])
    const { docs } = await cms.payload.db.findVersions({
      collection: 'cases',
      where: { parent: { equals: shows } },
      limit: 0,
      pagination: false,
    })
    expect(docs.length).toBe(3)
    for (const { version } of docs as unknown as { version: { photos?: unknown[]; title: string } }[]) {
      expect(version.photos ?? []).toEqual([])
      expect(version.title).toBeTruthy()
    }
    expect((await cms.rest('administrator', 'GET', `media/${photoId}`)).status).toBe(404)
  })

  erasedFilePromises(() => cms, CANARY)
  shortWritePromises(() => cms)
  ofFile?.(() => cms)
  erasedInPlacePromises(() => cms)

  test('what is saved while it is being erased and was not seen keeps all of it', async () => {
    await make(6, { description: `还有${CANARY}` })
    const { counts } = await look({ words: CANARY })
    const { db } = cms.payload
    const begin = db.beginTransaction
    db.beginTransaction = async (...given) => {
      db.beginTransaction = begin
      await make(7, { description: `刚写的${CANARY}` })
      return begin.apply(db, given)
    }
    const refused = await ask({ words: CANARY, reason: '当事人要求', counts })
    expect([refused.status, sentence(refused)]).toEqual([409, expect.stringContaining('数目')])
    expect(await everything()).toContain(`还有${CANARY}`)
  })

  test('every collection is searched, or is one in which no words of records stand', async () => {
    const { NOT_SEARCHED } = await import('../../../cms/src/erasure/holders.ts')
    expect(NOT_SEARCHED.filter((slug) => !slug.startsWith('payload-'))).toEqual(NO_WORDS)
  })

  async function uploaded() {
    const { default: sharp } = await import('sharp')
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    const words = { alt: '一张照片', stage: 'before', looked: 'clear' }
    form.set('_payload', JSON.stringify(words))
    form.set('file', new File([new Uint8Array(picture)], 'p.jpg', { type: 'image/jpeg' }))
    const made = await cms.rest('publisher', 'POST', 'media', form)
    expect([made.status, sentence(made)]).toEqual([201, ''])
    const { id: photoId, filename } = made.body.doc as { id: Id; filename: string }
    return { photoId, file: path.join(cms.dataDir, 'media', filename) }
  }
}
