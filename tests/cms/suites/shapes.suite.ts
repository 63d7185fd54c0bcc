import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson, TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { isLong } from '../../support/generated.ts'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshKey, freshRecord, textField } from '../../support/newsroom/contractRecords.ts'

type Id = number | string

/** The long run tries every table in every shape; the two here have every kind of field and none but texts. */
const TABLES_TRIED = isLong ? TABLE_NAMES : (['cases', 'departments'] as const)

/** Shapes in which a caller may ask for the answer to a write. A short run takes each for one of its two tables, in turn. */
function shapes(table: TableName): string[] {
  const { key } = TABLES[table]
  const text = textField(table)
  return [
    '',
    `select[${text}]=true`,
    `select[${key}]=false`,
    'select[id]=false',
    'select[updatedAt]=true',
    'select[_status]=false',
    'select[nothing]=true',
    'depth=1',
    'depth=0',
    'depth=2',
    'joins=false',
    'populate[departments][name]=true&depth=1',
    'locale=all&fallbackLocale=none',
    'populate[sources][slug]=false&depth=2',
    'autosave=false&trash=true&publishAllLocales=true',
    `select[${text}]=true&depth=2&populate[users][email]=true`,
  ]
}

/**
 * Whatever shape the caller asks the answer in, a write does the same: the main row, the acts, the outbox and the public
 * day follow from the record. Each way of writing is done in the plain shape first and compared with.
 */
export function shapePromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 2)
  })
  afterAll(() => cms?.close())

  const acts = async (reference: string) => {
    const { docs } = await cms.payload.find({
      collection: 'acts',
      where: { reference: { equals: reference } },
      limit: 0,
      sort: ['at', 'id'],
    })
    return docs.map((d) => d.act)
  }
  const wrongRows = async () => {
    const all = [
      ...(await cms.payload.find({ collection: 'acts', limit: 0 })).docs,
      ...(await cms.payload.find({ collection: 'outbox', limit: 0 })).docs,
    ] as { reference?: unknown }[]
    return all.filter(({ reference }) => !reference || reference === 'undefined' || reference === 'null')
  }

  /** A life of a record in which every write asks for its answer in one shape; what came of each step. */
  async function life(table: TableName, number: number, query: string): Promise<string[]> {
    const key = freshKey(table, number)
    const text = textField(table)
    const told: string[] = []
    let id: Id | undefined
    await cms.takeOutbox()
    const step = async (name: string, status: number) => {
      const shown = id === undefined ? undefined : await cms.shown(table, id)
      const row = shown && { key: shown[TABLES[table].key] === key, text: shown[text], status: shown._status }
      const outbox = (await cms.takeOutbox()).map((line) => line.replace(key, 'KEY'))
      told.push(canonicalJson({ name, status, row: row ?? null, outbox, acts: await acts(key) }))
    }
    const write = async (name: string, method: string, address: string, body?: object) => {
      const joined = address.includes('?') ? `${address}&${query}` : `${address}?${query}`
      const answer = await cms.rest('publisher', method, joined, body)
      if (id === undefined) {
        const found = await cms.payload.find({
          collection: table,
          where: { [TABLES[table].key]: { equals: key } },
        })
        id = (found.docs[0] as { id: Id } | undefined)?.id
      }
      await step(name, answer.status)
    }
    await write(
      'draft',
      'POST',
      `${table}?draft=true`,
      await freshRecord(cms.payload, table, number, '最初的说法'),
    )
    const at = `${table}/${id}`
    await write('publish', 'PATCH', at, { _status: 'published' })
    await write('correct', 'PATCH', at, { [text]: '更正', _status: 'published' })
    await write('draft over', 'PATCH', `${at}?draft=true`, { [text]: '草稿' })
    await write('one field over a draft', 'PATCH', at, { changeNote: '只此一项' })
    await write('withdraw', 'PATCH', at, { _status: 'draft' })
    await write('publish again', 'PATCH', at, { _status: 'published' })
    await write('one field', 'PATCH', at, { changeNote: '只此一项' })
    const { docs: versions } = await cms.payload.findVersions({
      collection: table,
      where: { parent: { equals: id } },
      sort: 'updatedAt',
      limit: 0,
    })
    const ofStatus = (status: string) => versions.find((v) => v.version._status === status)?.id
    await write('restore as draft', 'POST', `${table}/versions/${ofStatus('published')}?draft=true`)
    await write('restore', 'POST', `${table}/versions/${ofStatus('published')}`)
    await write('restore a draft', 'POST', `${table}/versions/${ofStatus('draft')}`)
    await write('publish once more', 'PATCH', at, { _status: 'published' })
    await write('bulk', 'PATCH', `${table}?where[id][equals]=${id}`, {
      changeNote: '一批',
      _status: 'published',
    })
    const { docs: after } = await cms.payload.findVersions({
      collection: table,
      where: { parent: { equals: id } },
      sort: '-createdAt',
      limit: 0,
    })
    const whole = after.every(({ version }) => TABLES[table].key in version && text in version)
    told.push(`the newest version first: ${after[0]?.version.changeNote}, all whole: ${whole}`)
    await write('delete', 'DELETE', at)
    return told
  }

  describe.each(TABLES_TRIED)('%s', (table) => {
    test('every way of writing does the same in every shape of its answer', async () => {
      const [plain, ...all] = shapes(table)
      const others = isLong ? all : all.filter((_, n) => TABLES_TRIED[n % 2] === table)
      const expected = await life(table, 1, plain as string)
      expect(expected.filter((line) => line.includes('"status":200')).length).toBe(12)
      let number = 1
      for (const shape of others)
        expect([shape, ...(await life(table, ++number, shape))]).toEqual([shape, ...expected])
      expect(await wrongRows()).toEqual([])
    })
  })

  test('a row of the acts or of the outbox without a key cannot be written', async () => {
    const { recordAct, tellPublisher } = await import('../../../cms/src/hooks/outbox.ts')
    const { createLocalReq } = await import('payload')
    const req = await createLocalReq({}, cms.payload)
    for (const key of [undefined, null, '', 'undefined', 'null', 7]) {
      await expect(recordAct(req, 'cases', key as never, 'publish')).rejects.toThrow('no key')
      await expect(tellPublisher(req, 'cases', key as never, 'change')).rejects.toThrow('no key')
    }
  })

  test('what an editor restores as a draft, asking for related records with it, is no act and moves no day', async () => {
    const { readAsOf } = await import('../../../cms/src/snapshot/readAsOf.ts')
    const day = await readAsOf(cms.payload)
    const id = await cms.idOf('cases', 'reference', 'WS-2022-000001')
    const before = await acts('WS-2022-000001')
    const { docs } = await cms.payload.findVersions({
      collection: 'cases',
      where: { parent: { equals: id } },
    })
    for (const depth of [0, 1, 2]) {
      const answer = await cms.rest(
        'editor',
        'POST',
        `cases/versions/${docs[0]?.id}?draft=true&depth=${depth}`,
      )
      expect(answer.status).toBe(200)
    }
    expect(await acts('WS-2022-000001')).toEqual(before)
    expect(await readAsOf(cms.payload)).toBe(day)
    expect(await cms.shown('cases', id)).toBeDefined()
  })
}
