import type { Where } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson, GLOBAL_NAMES, TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshKey, freshRecord, textField } from '../../support/newsroom/contractRecords.ts'
import { challengePromises } from './challenges.suite.ts'
import { queryPromises } from './contractQueries.suite.ts'

/** Collections that are no public records, and the suite that runs for them on both databases. */
const COVERED_ELSEWHERE = {
  media: 'photos.suite.ts',
  challenges: 'challenges.suite.ts',
  users: 'access.suite.ts',
  acts: 'contract.suite.ts',
  outbox: 'contract.suite.ts',
  loads: 'snapshot.suite.ts',
  upgrades: 'upgrade.suite.ts',
  'import-mappings': 'imports.suite.ts',
  'imported-rows': 'imports.suite.ts',
  imports: 'imports.suite.ts',
  'import-records': 'imports.suite.ts',
  steps: 'workflow.suite.ts',
  tombstones: 'notes.suite.ts',
  history: 'history.suite.ts',
  'history-chain': 'history.suite.ts',
}
/** Globals of the newsroom that are not public, and the suite that runs for them. */
const PRIVATE_GLOBALS = { 'newsroom-settings': 'access.suite.ts' }
type Id = number | string

/** What every collection and every global must do on every database. */
export function contractPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 2)
  })
  afterAll(() => cms?.close())
  beforeEach(() => cms.takeOutbox())

  const acts = async (table: string, reference: string) => {
    const where: Where = { and: [{ recordType: { equals: table } }, { reference: { equals: reference } }] }
    const { docs } = await cms.payload.find({ collection: 'acts', where, limit: 0, sort: ['at', 'id'] })
    return docs.map((d) => d.act)
  }
  const publicRow = async (table: TableName, key: string) => {
    const { readPublished } = await import('../../../cms/src/snapshot/readPublished.ts')
    const { rows, problems } = await readPublished(cms.payload, table, [key])
    expect(problems).toEqual([])
    return rows[0] as Record<string, unknown> | undefined
  }
  const make = async (table: TableName, n: number, more: object = {}) => {
    const record = { ...(await freshRecord(cms.payload, table, n)), ...more }
    const answer = await cms.rest('publisher', 'POST', table, record)
    expect([table, answer.status, answer.body.errors]).toEqual([table, 201, undefined])
    return (answer.body.doc as { id: Id }).id
  }
  const sentence = (answer: { body: { errors?: { message: string }[] } }) =>
    answer.body.errors?.[0]?.message ?? ''

  test('no collection and no global of the newsroom is forgotten here', () => {
    const { collections, globals } = cms.payload.config
    const own = collections.map((c) => c.slug).filter((slug) => !slug.startsWith('payload-'))
    expect(own.sort()).toEqual([...TABLE_NAMES, ...Object.keys(COVERED_ELSEWHERE)].sort())
    expect(globals.map((g) => g.slug).sort()).toEqual(
      [...GLOBAL_NAMES, ...Object.keys(PRIVATE_GLOBALS)].sort(),
    )
  })

  describe.each(TABLE_NAMES)('%s', (table) => {
    test('drafted, published, corrected, drafted over, taken back, restored, deleted: each step is public or not, and told', async () => {
      const key = freshKey(table, 1)
      const text = textField(table)
      const id = await make(table, 1)
      const patch = async (body: object, query = '', told = [`${table} ${key}`]) => {
        const answer = await cms.rest('publisher', 'PATCH', `${table}/${id}${query}`, body)
        expect([body, answer.status, answer.body.errors]).toEqual([body, 200, undefined])
        expect(await cms.takeOutbox()).toEqual(told)
      }
      const isOpen = async () => (await cms.shown(table, id)) !== undefined
      await cms.takeOutbox()
      expect([await isOpen(), await publicRow(table, key)]).toEqual([false, undefined])

      await patch({ _status: 'published' })
      expect([await isOpen(), await acts(table, key)]).toEqual([true, ['publish']])
      const first = canonicalJson(await publicRow(table, key))
      expect(first).toContain('第1条的说法')

      await patch({ [text]: '更正过的说法', changeNote: '改错字', _status: 'published' })
      const corrected = await publicRow(table, key)
      // The name that an office or a place gave up stands beside its new one.
      expect(canonicalJson({ ...corrected, earlierNames: undefined })).toBe(
        canonicalJson({ ...JSON.parse(first.replace('第1条的说法', '更正过的说法')), changeNote: '改错字' }),
      )

      await patch({ [text]: '草稿里的说法' }, '?draft=true', [])
      expect(await publicRow(table, key)).toEqual(corrected)
      const { docs: versions } = await cms.payload.findVersions({
        collection: table,
        where: { parent: { equals: id } },
        sort: 'updatedAt',
        limit: 0,
      })
      expect(versions.map((v) => [v.version._status, (v.version as never)[text]])).toEqual([
        ['draft', '第1条的说法'],
        ['published', '第1条的说法'],
        ['published', '更正过的说法'],
        ['draft', '草稿里的说法'],
      ])

      await patch({ _status: 'draft' })
      expect([await isOpen(), await publicRow(table, key)]).toEqual([false, undefined])

      const answer = await cms.rest('publisher', 'POST', `${table}/versions/${versions[1]?.id}`)
      expect([answer.status, answer.body.message]).toEqual([200, expect.stringContaining('已经撤下（')])
      expect([await isOpen(), await cms.takeOutbox()]).toEqual([false, []])
      const again = await cms.plainly('publisher', 'PATCH', `${table}/${id}`, { _status: 'published' })
      expect([again.status, canonicalJson(await publicRow(table, key))]).toEqual([200, first])
      expect(await cms.takeOutbox()).toEqual([`${table} ${key}`])
      expect((await cms.rest('publisher', 'DELETE', `${table}/${id}`)).status).toBe(200)
      expect([await isOpen(), await publicRow(table, key)]).toEqual([false, undefined])
      expect(await cms.takeOutbox()).toEqual([`${table} ${key}`])
      expect(await acts(table, key)).toEqual(['publish', 'correct', 'unpublish', 'publish', 'unpublish'])
    })

    test('a key that is taken, one that is none, and a half-filled record are refused in words, and nothing is written', async () => {
      const { key, label } = TABLES[table]
      const record = await freshRecord(cms.payload, table, 2)
      const id = await make(table, 2)
      await cms.takeOutbox()
      const again = await cms.rest('publisher', 'POST', table, record)
      expect([again.status, sentence(again)]).toEqual([400, expect.stringMatching(/[\u4e00-\u9fff]/)])
      expect(JSON.stringify(again.body)).toContain(key)
      const wrong = await cms.rest('publisher', 'POST', table, { ...record, [key]: '不 是 编号' })
      expect([wrong.status, sentence(wrong)]).toEqual([400, expect.stringContaining(label)])
      const [{ [key]: given }] = [record]
      const opened = await cms.rest('publisher', 'GET', `${table}/${id}?draft=true`)
      const half = await cms.rest('publisher', 'PATCH', `${table}/${id}`, {
        ...Object.fromEntries(Object.keys(record).map((name) => [name, name === 'arrivalHours' ? {} : null])),
        [key]: given,
        basedOn: opened.body.updatedAt,
        _status: 'published',
      })
      expect([half.status, sentence(half)]).toEqual([400, expect.stringContaining('不能公开')])
      expect(await cms.takeOutbox()).toEqual([])
      expect(await acts(table, freshKey(table, 2))).toEqual([])
      expect((await cms.rest('publisher', 'DELETE', `${table}/${id}`)).status).toBe(200)
    })

    queryPromises(table, () => cms)
  })

  describe('every relation', () => {
    test('what a published record names is neither taken back nor deleted, what a draft names is not deleted, and no draft is named in public', async () => {
      const { RELATIONS } = await import('../../../cms/src/relations.ts')
      // A key that was public is not given again: each round has its own, away from those of the other tests.
      const used: Partial<Record<TableName, number>> = {}
      const freshNumber = (table: TableName) => {
        used[table] = (used[table] ?? 17) + 1
        return used[table]
      }
      for (const { from, path, to } of RELATIONS) {
        // A merger is written by its own act alone, and has its own test.
        if (to === 'media' || path === 'replacedBy') continue
        const target = await make(to, freshNumber(to), { _status: 'draft' })
        const number = freshNumber(from)
        // A place stands below a higher one.
        const level = from === 'areas' ? { level: 'compound' } : {}
        const record = { ...(await freshRecord(cms.payload, from, number)), ...level } as Record<
          string,
          unknown
        >
        const [first, inner] = path.split('.') as [string, string | undefined]
        const many = ['duties', 'responsible', 'departments', 'sources', 'cases'].includes(first)
        const events = record[first] as Record<string, unknown>[]
        const naming = inner
          ? [...events.slice(0, 3), { ...events[3], [inner]: target }, ...events.slice(4)]
          : many
            ? [target]
            : target
        const where = `${from}.${path} → ${to}`
        const post = { ...record, [first]: naming, _status: 'published' }
        const early = await cms.rest('publisher', 'POST', from, post)
        expect([where, early.status, sentence(early)]).toEqual([
          where,
          400,
          expect.stringContaining('没有公开'),
        ])
        expect(
          (await cms.rest('publisher', 'PATCH', `${to}/${target}`, { _status: 'published' })).status,
        ).toBe(200)
        const made = await cms.rest('publisher', 'POST', from, post)
        expect([where, made.status, sentence(made)]).toEqual([where, 201, ''])
        for (const answer of [
          await cms.rest('publisher', 'DELETE', `${to}/${target}`),
          await cms.rest('publisher', 'PATCH', `${to}/${target}`, { _status: 'draft' }),
        ])
          expect([where, answer.status, sentence(answer)]).toEqual([
            where,
            400,
            expect.stringContaining(
              `有1条已公开的记录用到它（${TABLES[from].label}${freshKey(from, number)}`,
            ),
          ])
        const { id } = made.body.doc as { id: Id }
        expect((await cms.rest('publisher', 'PATCH', `${from}/${id}`, { _status: 'draft' })).status).toBe(200)
        const drafted = await cms.rest('publisher', 'DELETE', `${to}/${target}`)
        expect([where, drafted.status, sentence(drafted)]).toEqual([
          where,
          400,
          expect.stringContaining(`有1份草稿用到它（${TABLES[from].label}${freshKey(from, number)}）`),
        ])
        expect((await cms.rest('publisher', 'DELETE', `${from}/${id}`)).status).toBe(200)
        expect((await cms.rest('publisher', 'DELETE', `${to}/${target}`)).status).toBe(200)
      }
    })
  })

  test.each(GLOBAL_NAMES)(
    'the global %s is saved, told, kept in versions, not restored past its readers, and held to its schema',
    async (slug) => {
      const read = async () => (await cms.rest('administrator', 'GET', `globals/${slug}`)).body
      const change = slug === 'synonyms' ? { groups: [{ term: '新词', words: '说法' }] } : { scope: '别处' }
      const save = (body: object) => cms.rest('administrator', 'POST', `globals/${slug}`, body)
      expect((await save(change)).status).toBe(200)
      expect(await cms.takeOutbox()).toEqual([`${slug} ${slug}`])
      expect((await acts(slug, slug)).at(-1)).toBe('correct')
      const bad = await save(
        slug === 'synonyms' ? { groups: [{ term: '空', words: '' }] } : { siteIdCode: '12' },
      )
      expect([bad.status, sentence(bad)]).toEqual([400, expect.stringMatching(/[\u4e00-\u9fff]/)])
      expect(await cms.takeOutbox()).toEqual([])
      const { docs } = await cms.payload.findGlobalVersions({ slug, sort: 'updatedAt', limit: 0 })
      expect(docs.length).toBeGreaterThan(1)
      const saved = await read()
      const restored = await cms.rest('administrator', 'POST', `globals/${slug}/versions/${docs[0]?.id}`)
      expect([restored.status, sentence(restored)]).toEqual([403, expect.stringContaining('一保存就公开')])
      expect(await read()).toEqual(saved)
    },
  )

  challengePromises(() => cms)
}
