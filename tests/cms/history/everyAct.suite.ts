import { afterAll, beforeAll, expect, test } from 'vitest'
import { TABLE_NAMES } from '#domain/records/snapshot'
import { DEEDS, type Deed } from '#domain/vocabulary'
import { registerMapping } from '../../support/imports/plannedWorld.ts'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { freshKey, freshRecord, textField } from '../../support/newsroom/contractRecords.ts'

type Id = number | string

/** Deeds that other tests watch, because they are not asked for over REST: by the publisher, a command, an import. */
const WATCHED_ELSEWHERE: readonly Deed[] = [
  'delete',
  'purge',
  'erase',
  'upload',
  'load',
  'import',
  'undo-import',
  'restore-backup',
  'download',
]

/** Every act that somebody can ask for leaves one row in the history that says who, on every database. */
export function everyActPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  const seen = new Set<string>()
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 2)
  })
  afterAll(() => cms?.close())

  const rows = async () => {
    const found = await cms.payload.find({ collection: 'history', sort: ['-createdAt', '-id'], limit: 0 })
    return found.docs as { deed: Deed; recordType: string; reference: string; personName: string }[]
  }
  /** Does something over REST, and expects just these deeds of it. */
  const does = async (
    expected: [Deed, string, string],
    [method, address, body]: [string, string, object?],
    who: Who = 'publisher',
  ): Promise<Record<string, unknown>> => {
    const before = (await rows()).length
    const answer = await cms.rest(who, method, address, body)
    expect([expected, answer.status < 300, answer.body.errors]).toEqual([expected, true, undefined])
    const written = await rows()
    const told = written
      .slice(0, written.length - before)
      .map(({ deed, recordType, reference, personName }) => [deed, recordType, reference, personName])
    expect(told).toEqual([[...expected, who]])
    seen.add(expected[0])
    return (answer.body.doc ?? answer.body) as Record<string, unknown>
  }

  test.each(TABLE_NAMES)('%s', async (table) => {
    const key = freshKey(table, 1)
    const doc = await does(['draft', table, key], ['POST', table, await freshRecord(cms.payload, table, 1)])
    const id = doc.id as Id
    const deed = (name: Deed): [Deed, string, string] => [name, table, key]
    const patch = (body: object, query = ''): [string, string, object] => [
      'PATCH',
      `${table}/${id}${query}`,
      body,
    ]
    const text = textField(table)
    const step = async (name: Deed, more: object = {}) => {
      const way = (await cms.rest('publisher', 'GET', `workflow?recordType=${table}&id=${id}`)).body
      const body = { recordType: table, id, step: name, version: way.version, ...more }
      await does(deed(name), ['POST', 'workflow', body])
    }
    await does(deed('draft'), patch({ [text]: '一稿' }, '?draft=true'))
    await step('submit')
    await step('return', { note: '再看看' })
    await step('review', { reviewBy: '2099-01-01' })
    await step('approve')
    await step('cancel')
    await step('schedule', { publishAt: new Date(Date.now() + 86_400_000).toISOString().slice(0, 16) })
    await does(deed('publish'), patch({ _status: 'published' }))
    await does(deed('correct'), patch({ [text]: '更正', _status: 'published' }))
    const versions = await cms.rest('publisher', 'GET', `${table}/versions?where[parent][equals]=${id}`)
    const [version] = versions.body.docs as { id: Id }[]
    await does(deed('restore'), ['POST', `${table}/versions/${version?.id}`])
    await does(deed('unpublish'), patch({ _status: 'draft' }))
    await does(deed('bin'), ['DELETE', `${table}/${id}`])
    await does(deed('unbin'), patch({ deletedAt: null }, '?trash=true'))
  })

  test('challenges, people, settings and mappings', async () => {
    const challenge = { number: 'ZY-2026-0009', about: '某事', text: '不对', receivedOn: '2026-11-02' }
    const made = await does(['change', 'challenges', 'ZY-2026-0009'], ['POST', 'challenges', challenge])
    await does(
      ['change', 'challenges', 'ZY-2026-0009'],
      ['PATCH', `challenges/${made.id}`, { about: '另一件事' }],
    )
    await does(['delete', 'challenges', 'ZY-2026-0009'], ['DELETE', `challenges/${made.id}`])
    const person = {
      email: 'new@example.org',
      name: '新来的',
      role: 'editor',
      password: '一个够长的密码123456',
    }
    const who = await does(['change', 'users', '新来的'], ['POST', 'users', person], 'administrator')
    const change = { role: 'publisher' }
    await does(['change', 'users', '新来的'], ['PATCH', `users/${who.id}`, change], 'administrator')
    const settings = 'newsroom-settings'
    const fourEyes: [string, string, object] = ['POST', `globals/${settings}`, { fourEyes: true }]
    await does(['change', settings, settings], fourEyes, 'administrator')
    const site: [string, string, object] = ['POST', 'globals/site-settings', { scope: '别处' }]
    await does(['correct', 'site-settings', 'site-settings'], site, 'administrator')
    const content = registerMapping()
    const { id } = await does(['change', 'import-mappings', '登记'], ['POST', 'import-mappings', { content }])
    await does(['delete', 'import-mappings', '登记'], ['DELETE', `import-mappings/${id}`])
    const words: [string, string, object] = ['POST', 'globals/synonyms', { groups: [] }]
    await does(['correct', 'synonyms', 'synonyms'], words)
  })

  test('there is no deed that nobody watches', () => {
    expect(DEEDS.filter((deed) => !seen.has(deed) && !WATCHED_ELSEWHERE.includes(deed))).toEqual([])
  })
}
