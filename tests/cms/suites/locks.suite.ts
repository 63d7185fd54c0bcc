import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { twoPeoplePromises } from './twoPeople.suite.ts'

type Id = number | string
const LOCKS = 'payload-locked-documents'

/** What must hold on every database of the collections that the library brings. */
export function lockPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let id: Id
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 3)
    id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
  })
  afterAll(() => cms?.close())

  /** As the form of the admin does it. */
  const lock = async (who: 'contributor' | 'publisher' | 'administrator', record: Id = id) => {
    const user = { relationTo: 'users', value: cms.users[who].id } as never
    const document = { relationTo: 'cases', value: record } as never
    return (await cms.payload.create({ collection: LOCKS, data: { document, user } as never })).id as Id
  }

  test('every collection of the library has rules: nothing is made over REST, and others’ rows are out of reach', async () => {
    const theirs = cms.payload.config.collections.filter(({ slug }) => slug.startsWith('payload-'))
    expect(theirs.map(({ slug }) => slug).sort()).toEqual(
      ['payload-kv', 'payload-locked-documents', 'payload-migrations', 'payload-preferences'].sort(),
    )
    const held = await lock('administrator')
    for (const who of ['contributor', 'publisher', 'administrator'] as const)
      for (const { slug } of theirs) {
        const forged = {
          document: { relationTo: 'cases', value: id },
          user: { relationTo: 'users', value: cms.users.administrator.id },
          name: 'x',
          key: 'x',
          value: {},
        }
        const made = await cms.rest(who, 'POST', slug, forged)
        expect([who, slug, made.status >= 400]).toEqual([who, slug, true])
        if (slug === 'payload-migrations' || slug === 'payload-kv')
          expect([who, slug, (await cms.rest(who, 'GET', slug)).status >= 400]).toEqual([who, slug, true])
      }
    expect((await cms.rest('contributor', 'DELETE', `${LOCKS}/${held}`)).status).toBeGreaterThanOrEqual(400)
    expect(
      (await cms.rest('contributor', 'PATCH', `${LOCKS}/${held}`, { globalSlug: 'x' })).status,
    ).toBeGreaterThanOrEqual(400)
    expect((await cms.payload.count({ collection: LOCKS as never })).totalDocs).toBe(1)
    await cms.payload.delete({ collection: LOCKS as never, where: {} })
  })

  test('whoever takes a lock over has it in his own name, whatever he sends', async () => {
    const held = await lock('contributor')
    const user = { relationTo: 'users', value: cms.users.administrator.id }
    expect((await cms.rest('publisher', 'PATCH', `${LOCKS}/${held}`, { user })).status).toBe(200)
    const row = (await cms.payload.findByID({ collection: LOCKS as never, id: held, depth: 0 })) as {
      user: { value: Id }
    }
    expect(row.user.value).toBe(cms.users.publisher.id)
    await cms.payload.delete({ collection: LOCKS as never, where: {} })
  })

  test('a correction of what another has open is refused in words; taking it back and deleting it never wait', async () => {
    await lock('contributor')
    const corrected = await cms.rest('publisher', 'PATCH', `cases/${id}`, {
      place: '南门',
      _status: 'published',
    })
    expect([corrected.status, corrected.body.errors?.[0]?.message]).toEqual([
      423,
      expect.stringContaining('别人打开编辑'),
    ])
    expect((await cms.rest('publisher', 'PATCH', `cases/${id}`, { _status: 'draft' })).status).toBe(200)
    expect(await cms.shown('cases', id)).toBeUndefined()
    await lock('contributor')
    expect((await cms.rest('publisher', 'DELETE', `cases/${id}`)).status).toBe(200)
    const other = await cms.idOf('cases', 'reference', 'WS-2022-000003')
    await lock('contributor', other)
    const where = `where[id][equals]=${other}`
    expect((await cms.rest('publisher', 'PATCH', `cases?${where}`, { _status: 'draft' })).status).toBe(200)
    expect(await cms.shown('cases', other)).toBeUndefined()
  })

  test('who says on which state he wrote waits for nobody’s lock: he gets both texts to choose from, and can save', async () => {
    const own = await cms.idOf('cases', 'reference', 'WS-2022-000001')
    const opened = (await cms.rest('administrator', 'GET', `cases/${own}?draft=true&depth=0`)).body
    await lock('publisher', own)
    const theirs = { place: '小桥头', basedOn: opened.updatedAt }
    expect((await cms.rest('publisher', 'PATCH', `cases/${own}?draft=true`, theirs)).status).toBe(200)
    await lock('publisher', own)
    const mine = { ...opened, place: '老槐树旁', basedOn: opened.updatedAt }
    const late = await cms.rest('administrator', 'PATCH', `cases/${own}?draft=true`, mine)
    const [told] = (late.body.errors as unknown as { data: { basedOn: string } }[]).map(({ data }) => data)
    expect([late.status, told]).toEqual([409, expect.objectContaining({ basedOn: expect.anything() })])
    const chosen = { ...mine, basedOn: told?.basedOn }
    expect((await cms.rest('administrator', 'PATCH', `cases/${own}?draft=true`, chosen)).status).toBe(200)
  })

  twoPeoplePromises(() => cms)
}
