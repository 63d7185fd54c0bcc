import { fieldSchemasToFormState } from '@payloadcms/ui/forms/fieldSchemasToFormState'
import { type CollectionSlug, createLocalReq, type TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import { ROLES, type Role } from '#domain/vocabulary'
import { isLong } from '../../support/generated.ts'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { freshRecord, textField } from '../../support/newsroom/contractRecords.ts'
import { overLocal, overRest, REASONS, type Way } from '../../support/newsroom/ways.ts'

type Id = number | string
/** Whose a record is to the contributor of these tests. */
type Kind = 'mine' | 'draft of another' | 'public of another'
const KINDS: Kind[] = ['mine', 'draft of another', 'public of another']

/** Whom an operation on a record is open to, written down once more by hand: contributor, editor, publisher, administrator, auditor. */
const RECORD = {
  read: 'open all all all all',
  readVersions: 'own all all all all',
  update: 'own all all all none',
  publish: 'none none all all none',
  delete: 'none none all all none',
} as const

const reached = (reach: string, kind: Kind) =>
  reach === 'all' ||
  (reach !== 'none' && kind === 'mine') ||
  (reach === 'open' && kind === 'public of another')

/** Tables with the richest and with the plainest records. All take their rights from one matrix: a short run asks only these twice. */
const TWICE: readonly TableName[] = ['cases', 'departments', 'pages']

/** Each role, collection, operation and private field, over REST and the Local API, on every database. */
export function rightsPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let ways: Way[]
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 2)
    ways = [overRest(cms), overLocal(cms)]
  })
  afterAll(() => cms?.close())

  const made = async (who: Who, table: CollectionSlug, record: object) => {
    const answer = await cms.rest(who, 'POST', table, record)
    expect([table, answer.status, answer.body.errors]).toEqual([table, 201, undefined])
    return (answer.body.doc as { id: Id }).id
  }

  describe.each(isLong || !databaseUrl() ? TABLE_NAMES : TWICE)('%s', (table) => {
    const waysTo = () => (isLong || TWICE.includes(table) ? ways : ways.slice(0, 1))
    const records = async (from: number): Promise<Record<Kind, Id>> => ({
      mine: await made('contributor', table, await freshRecord(cms.payload, table, from)),
      'draft of another': await made('editor', table, await freshRecord(cms.payload, table, from + 1)),
      'public of another': await made('publisher', table, {
        ...(await freshRecord(cms.payload, table, from + 2)),
        _status: 'published',
      }),
    })

    test('is read, drafted, published, withdrawn and deleted by whom the matrix says, and by nobody else', async () => {
      const ids = await records(1)
      const text = textField(table)
      const told: unknown[] = []
      const wanted: unknown[] = []
      for (const way of waysTo())
        for (const kind of KINDS)
          for (const [n, who] of [...ROLES, 'anonymous' as const].entries()) {
            const id = ids[kind]
            const may = (operation: keyof typeof RECORD) =>
              reached(RECORD[operation].split(' ')[n] ?? 'none', kind)
            const note = (operation: string, is: boolean, should: boolean) => {
              told.push([way.name, who, kind, operation, is])
              wanted.push([way.name, who, kind, operation, should])
            }
            note('read', await way.read(who, table, id), may('read'))
            note('list', await way.lists(who, table, id), may('read'))
            note('versions', await way.versions(who, table, id), may('readVersions'))
            note('draft', await way.update(who, table, id, { [text]: `${kind}的说法` }, true), may('update'))
            const isPublic = kind === 'public of another'
            note('publish', await way.update(who, table, id, { _status: 'published' }), may('publish'))
            note(
              'withdraw',
              await way.update(who, table, id, { _status: 'draft' }),
              may('publish') || (!isPublic && may('update')),
            )
            if (!may('delete')) note('delete', await way.remove(who, table, id), false)
            const again = { ...REASONS, _status: isPublic ? 'published' : 'draft' } as object
            if (may('update'))
              await cms.payload.update({ collection: table, id, data: again, user: cms.users.publisher })
          }
      expect(told).toEqual(wanted)
    })

    test('is created as a draft by who writes, as public by who publishes; deleted by who may', async () => {
      for (const [w, way] of waysTo().entries())
        for (const [n, who] of [...ROLES, 'anonymous' as const].entries()) {
          const number = 5 + w * 6 + n
          const record = await freshRecord(cms.payload, table, number)
          const publishes = reached(RECORD.publish.split(' ')[n] ?? 'none', 'mine')
          const asPublic = await way.create(who, table, { ...record, _status: 'published' })
          expect([way.name, who, asPublic !== null]).toEqual([way.name, who, publishes])
          const id = asPublic ?? (await way.create(who, table, record))
          expect([way.name, who, id !== null]).toEqual([
            way.name,
            who,
            who !== 'anonymous' && who !== 'auditor',
          ])
          if (id !== null) expect(await way.remove(who, table, id)).toBe(publishes)
        }
    })
  })

  describe('what never leaves the newsroom', () => {
    const PRIVATE = { reporterName: '某居民', reporterPhone: '13800001111', internalNote: '只给自己看' }
    /** Whose private fields each role reads. */
    const READS: Record<Role, readonly Kind[]> = {
      contributor: ['mine'],
      editor: KINDS,
      publisher: KINDS,
      administrator: KINDS,
      auditor: [],
    }

    test('is read and searched by whom the matrix says: in the record, in its versions and in the number of hits', async () => {
      const table: TableName = 'cases'
      const ids: Record<Kind, Id> = {
        mine: await made('contributor', table, {
          ...(await freshRecord(cms.payload, table, 20)),
          ...PRIVATE,
        }),
        'draft of another': await made('editor', table, {
          ...(await freshRecord(cms.payload, table, 21)),
          ...PRIVATE,
        }),
        'public of another': await made('publisher', table, {
          ...(await freshRecord(cms.payload, table, 22)),
          ...PRIVATE,
          _status: 'published',
        }),
      }
      for (const way of ways)
        for (const who of ROLES)
          for (const kind of KINDS)
            for (const [name, value] of Object.entries(PRIVATE)) {
              const cell = [way.name, who, kind, name]
              const shown = await way.field(who, table, ids[kind], name)
              expect([...cell, shown]).toEqual([...cell, READS[who].includes(kind) ? value : undefined])
              const old = await way.versionField(who, table, ids[kind], name)
              expect([...cell, old]).toEqual([...cell, READS[who].includes(kind) ? value : undefined])
              const hits = await way.hits(who, table, { [name]: { equals: value } })
              expect([...cell, hits]).toEqual([...cell, READS[who].length === KINDS.length ? 3 : 0])
            }
    })

    test('stands in the form of whoever reads it, and of whoever writes a new record', async () => {
      const mine = await freshRecord(cms.payload, 'cases', 24)
      const { config } = cms.payload.collections.cases
      const formOf = async (who: Role, id?: Id) => {
        const user = { ...cms.users[who], collection: 'users' } as unknown as TypedUser
        const data = id
          ? await cms.payload.findByID({ collection: 'cases', id, depth: 0, user, overrideAccess: false })
          : {}
        return fieldSchemasToFormState({
          collectionSlug: 'cases',
          data: data as Record<string, unknown>,
          fields: config.fields,
          id,
          operation: id ? 'update' : 'create',
          permissions: true,
          preferences: { fields: {} },
          req: await createLocalReq({ user }, cms.payload),
          schemaPath: 'cases',
          skipValidation: true,
        } as Parameters<typeof fieldSchemasToFormState>[0])
      }
      const own = await made('contributor', 'cases', { ...mine, ...PRIVATE })
      const others = await made('publisher', 'cases', {
        ...(await freshRecord(cms.payload, 'cases', 25)),
        ...PRIVATE,
        _status: 'published',
      })
      for (const who of ROLES) {
        const reads = READS[who]
        const seen = async (id?: Id) => (await formOf(who, id)).reporterName?.value ?? null
        if (who !== 'auditor')
          expect([who, Object.keys(await formOf(who))]).toEqual([
            who,
            expect.arrayContaining([...Object.keys(PRIVATE), 'privateDecisions']),
          ])
        expect([who, await seen(own)]).toEqual([who, reads.includes('mine') ? PRIVATE.reporterName : null])
        const isSeen = reads.includes('public of another')
        expect([who, await seen(others)]).toEqual([who, isSeen ? PRIVATE.reporterName : null])
        expect([who, 'reporterName' in (await formOf(who, others))]).toEqual([who, isSeen])
      }
    })

    test('people see the names of others, and the addresses of nobody but an administrator', async () => {
      for (const who of ROLES) {
        const { docs } = (await cms.rest(who, 'GET', 'users')).body as {
          docs: { id: Id; name: string; email?: string }[]
        }
        const others = docs.filter(({ id }) => id !== cms.users[who].id)
        expect([who, others.length]).toEqual([who, who === 'contributor' ? 0 : ROLES.length - 1])
        expect([who, others.every(({ name }) => name)]).toEqual([who, true])
        expect([who, others.some(({ email }) => email)]).toEqual([who, who === 'administrator'])
        expect(docs.find(({ id }) => id === cms.users[who].id)?.email).toBe(`${who}@example.org`)
      }
    })

    test('acts are read by who may see history, the outbox and what the loader knows by nobody', async () => {
      for (const who of ROLES) {
        for (const place of ['outbox', 'loads', 'upgrades'])
          expect([who, place, (await cms.rest(who, 'GET', place)).status]).toEqual([who, place, 403])
        expect([who, (await cms.rest(who, 'GET', 'acts')).status]).toEqual([
          who,
          who === 'contributor' ? 403 : 200,
        ])
      }
    })

    test('globals are read by everybody in the newsroom and written by whom the matrix says', async () => {
      const writers: Record<string, Role[]> = {
        synonyms: ['publisher', 'administrator'],
        'site-settings': ['administrator'],
        'newsroom-settings': ['administrator'],
      }
      const changes: Record<string, object> = {
        synonyms: { groups: [{ term: '外墙脱落', words: '掉砖' }] },
        'site-settings': { organiser: '某单位' },
        'newsroom-settings': { fourEyes: false },
      }
      for (const who of ROLES)
        for (const [slug, mayWrite] of Object.entries(writers)) {
          expect([who, slug, (await cms.rest(who, 'GET', `globals/${slug}`)).status]).toEqual([
            who,
            slug,
            200,
          ])
          const { status } = await cms.rest(who, 'POST', `globals/${slug}`, changes[slug])
          expect([who, slug, status]).toEqual([who, slug, mayWrite.includes(who) ? 200 : 403])
        }
    })
  })
}
