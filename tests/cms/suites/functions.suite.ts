import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { CollectionSlug, User, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ROLES, type Role } from '#domain/vocabulary'
import { seedOf } from '../../support/generated.ts'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { ROOT } from '../../support/sources.ts'

/** Every function of the library, as its own source lists them. */
const LIBRARY = [
  ...(/const baseServerFunctions = \{([\s\S]*?)\n\}/
    .exec(
      readFileSync(
        path.join(ROOT, 'node_modules/@payloadcms/next/dist/utilities/handleServerFunctions.js'),
        'utf8',
      ),
    )?.[1]
    ?.matchAll(/^\s*'?([\w-]+)'?:/gm) ?? []),
].map(([, name]) => String(name))

const name = fc.oneof(fc.constantFrom(...LIBRARY), fc.string(), fc.constantFrom('__proto__', 'constructor'))
const slug = fc.oneof(
  fc.constantFrom('cases', 'users', 'acts', 'outbox', 'payload-locked-documents', 'payload-jobs', 'nothing'),
  fc.constantFrom('__proto__', 'toString', ['cases', 'users'], null, 7),
)
const anyId = fc.oneof(
  fc.integer({ min: -2, max: 9 }),
  fc.stringMatching(/^[0-9a-f]{24}$/),
  fc.string(),
  fc.jsonValue(),
)
const args = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      collectionSlug: slug,
      globalSlug: fc.constantFrom('site-settings', 'synonyms', 'nothing', null, []),
      widgetSlug: fc.string(),
      id: anyId,
      docID: anyId,
      returnLockStatus: fc.oneof(fc.boolean(), fc.string()),
      columns: fc.jsonValue(),
      parent: fc.jsonValue(),
      skipClientConfigAuth: fc.boolean(),
      paramsOverride: fc.jsonValue(),
      serverFunctions: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
)
const asked = fc.record({ name, args })

/** The functions behind the admin's pages, on every database: who may ask for what, and what the library then sees. */
export function functionPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let ask: typeof import('../../../cms/src/functions/askedFunction.ts').askedFunction
  let open: readonly string[]
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl())
    const module = await import('../../../cms/src/functions/askedFunction.ts')
    ask = module.askedFunction
    open = module.FUNCTIONS
  })
  afterAll(() => cms?.close())

  const person = (role: Role, more: object = {}) => ({ user: { ...cms.users[role], ...more } as User })

  test('the library has functions of which the admin takes only those that it is built of', () => {
    expect(LIBRARY.length).toBeGreaterThan(8)
    expect(open.filter((each) => !LIBRARY.includes(each))).toEqual([])
    for (const closed of [
      'schedule-publish',
      'copy-data-from-locale',
      'get-folder-results-component-and-data',
    ])
      expect(open).not.toContain(closed)
  })

  test('whatever is asked, nobody gets a function without a session, and a made password opens the own form only', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(...ROLES), async (given, role) => {
        expect(await ask(cms.payload, 'nobody', given)).toBe('请先登录')
        expect(await ask(cms.payload, 'unknown', given)).toContain('数据库')
        const first = person(role, { passwordIsMade: true })
        const got = await ask(cms.payload, first, given)
        if (typeof got === 'string') return
        expect([got.name, got.args.collectionSlug, String(got.args.id)]).toEqual([
          'form-state',
          'users',
          String(first.user.id),
        ])
        expect(got.args.globalSlug ?? null).toBeNull()
      }),
      seedOf('functions, made password'),
    )
    const own = { collectionSlug: 'users', id: cms.users.contributor.id }
    const first = person('contributor', { passwordIsMade: true })
    expect(await ask(cms.payload, first, { name: 'form-state', args: own })).toMatchObject({ args: own })
  })

  test('whatever is asked, what the library sees is a function of the admin about a record that there can be', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(...ROLES), async (given, role) => {
        const got = await ask(cms.payload, person(role), given)
        if (typeof got === 'string') {
          expect(got).toMatch(/[\u4e00-\u9fff]/)
          return
        }
        expect(open).toContain(got.name)
        const { collectionSlug, globalSlug, id, docID } = got.args
        if (collectionSlug) expect(Object.keys(cms.payload.collections)).toContain(collectionSlug)
        if (globalSlug) expect(['site-settings', 'synonyms', 'newsroom-settings']).toContain(globalSlug)
        for (const each of [id, docID])
          if (each !== undefined && each !== null)
            expect(String(each)).toMatch(databaseUrl() ? /^[0-9a-f]{24}$/i : /^(0|[1-9]\d*)$/)
        for (const taken of [
          'skipClientConfigAuth',
          'mockRSCs',
          'paramsOverride',
          'parent',
          'serverFunctions',
        ])
          expect(got.args).not.toHaveProperty(taken)
      }),
      seedOf('functions, people'),
    )
  })

  test('a form holds for its reader only what the reader may change', async () => {
    const { docs } = await cms.payload.find({ collection: 'cases', limit: 1 })
    const any = docs[0]?.id
    const mine = [
      ['contributor', 'cases', any, false],
      ['editor', 'cases', any, true],
      ['auditor', 'cases', any, false],
      ['contributor', 'users', cms.users.contributor.id, true],
      ['contributor', 'users', cms.users.administrator.id, false],
      ['publisher', 'users', cms.users.administrator.id, false],
      ['administrator', 'users', cms.users.contributor.id, true],
      ['administrator', 'acts', any, false],
      ['publisher', 'outbox', any, false],
    ] as const
    for (const [role, collectionSlug, id, holds] of mine) {
      const given = { name: 'form-state', args: { collectionSlug, id, returnLockStatus: true } }
      const got = await ask(cms.payload, person(role), given)
      expect([role, collectionSlug, got]).toEqual([
        role,
        collectionSlug,
        expect.objectContaining({ args: expect.objectContaining({ returnLockStatus: holds }) }),
      ])
    }
    for (const [role, globalSlug, holds] of [
      ['contributor', 'synonyms', false],
      ['publisher', 'site-settings', false],
      ['administrator', 'site-settings', true],
    ] as const) {
      const given = { name: 'form-state', args: { globalSlug, returnLockStatus: true } }
      expect([role, globalSlug, await ask(cms.payload, person(role), given)]).toMatchObject([
        role,
        globalSlug,
        { args: { returnLockStatus: holds } },
      ])
    }
  })

  describe('a read in somebody’s name, by whatever way', () => {
    const read = (
      role: Role,
      query: { sort?: string; where?: Where; limit?: number; pagination?: boolean },
    ) =>
      cms.payload.find({
        collection: 'cases' as CollectionSlug,
        depth: 0,
        overrideAccess: false,
        user: cms.users[role],
        ...query,
      })

    test('sorts and filters by fields of its own that people read, and by no other record’s', async () => {
      for (const role of ROLES) {
        for (const path of ['title', 'reference', 'updatedAt', '_status', 'timeline.kind', 'updatedBy']) {
          expect((await read(role, { sort: `-${path}` })).docs.length, path).toBeGreaterThan(0)
          expect(
            (await read(role, { where: { or: [{ [path]: { exists: true } }] } })).docs,
            path,
          ).toBeDefined()
        }
        for (const path of ['updatedBy.hash', 'updatedBy__salt', 'updatedBy.email', 'area.name', 'nothing']) {
          await expect(read(role, { sort: path }), path).rejects.toThrow('不能按')
          await expect(read(role, { sort: `title,-${path}` }), path).rejects.toThrow('不能按')
          const where = { and: [{ or: [{ [path]: { like: 'a' } }] }] } as Where
          await expect(read(role, { where }), path).rejects.toThrow('不能按')
        }
      }
    })

    test('asks the database for as many records as REST does, however all of them are asked for', async () => {
      const find = vi.spyOn(cms.payload.db, 'find')
      for (const query of [{ limit: 0 }, { limit: 1_000_000 }, { pagination: false }, { limit: 2 }])
        await read('publisher', query)
      expect(find.mock.calls.map(([{ collection, limit }]) => [collection, limit])).toEqual([
        ...[500, 500, 500, 2].map((limit) => ['cases', limit]),
      ])
      find.mockRestore()
    })
  })
}
