import { describe, expect, test } from 'vitest'
import { TABLE_NAMES } from '#domain/records/snapshot'
import type { TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../../support/newsroom/contractRecords.ts'

type Id = number | string

/** What must hold on every database of bodies that are none, and of states that are none. `cms` is opened by the suite that this one is part of. */
export function oddBodyPromises(cms: () => TestCms): void {
  const send = async (method: string, address: string, type: string, body: string) => {
    const headers = { authorization: `JWT ${cms().tokens.publisher}`, 'content-type': type }
    const answer = await cms().ask(
      new Request(`http://127.0.0.1:3000/api/${address}`, { method, headers, body }),
    )
    return { status: answer.status, text: await answer.text() }
  }
  const json = '{"name":"部"}'
  const part = (end: string, data = json) =>
    `--x${end}Content-Disposition: form-data; name="_payload"${end}${end}${data}${end}`

  describe('bodies', () => {
    test('what is neither JSON nor a form with one reading is refused in words, at every write', async () => {
      const id = await cms().idOf('cases', 'reference', 'WS-2022-000001')
      const form = 'multipart/form-data; boundary=x'
      const odd: [string, string, number][] = [
        ...['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'x', 'text/json'].map(
          (type): [string, string, number] => [type, json, 415],
        ),
        ['multipart/form-data', part('\r\n'), 400],
        [form, 'garbage', 400],
        [form, `${part('\r\n')}${part('\r\n')}--x--\r\n`, 400],
        [form, `${part('\n')}--x--\n`, 400],
        [form, part('\r\n'), 400],
        [form, '--x--\r\n', 400],
        [form, `${part('\r\n', '[]')}--x--\r\n`, 400],
        [form, `${part('\r\n', '{')}--x--\r\n`, 400],
        ['application/json', '{', 400],
        ['APPLICATION/JSON', '[]', 400],
      ]
      for (const [method, address] of [
        ['PATCH', `cases/${id}`],
        ['PATCH', `cases?where[id][equals]=${id}`],
        ['POST', 'cases'],
        ['POST', 'media'],
        ['POST', 'globals/synonyms'],
      ] as const)
        for (const [type, body, status] of odd) {
          const answer = await send(method, address, type, body)
          expect([method, address, type, body, answer.status]).toEqual([method, address, type, body, status])
          expect(answer.text).toMatch(/[\u4e00-\u9fff]/)
        }
    })

    test('JSON is JSON in whatever case its kind is written', async () => {
      for (const [n, type] of [
        'Application/JSON',
        'APPLICATION/json ; charset=utf-8',
        'application/json',
      ].entries()) {
        const body = JSON.stringify({ slug: `zimu-${n}`, name: '字母部' })
        expect([type, (await send('POST', 'departments', type, body)).status]).toEqual([type, 201])
      }
    })
  })

  test('a list of rows that is given as something else is refused in words, and nothing of it is lost', async () => {
    const { config } = cms().payload
    const listsOf = (fields: { type: string }[]) =>
      fields.flatMap((field) => (field.type === 'array' && 'name' in field ? [String(field.name)] : []))
    const note = { changeKind: 'correction', changeNote: '改一改' }
    const places = [
      ...config.globals.map(({ slug, flattenedFields }) => ({
        address: `globals/${slug}`,
        fields: flattenedFields,
      })),
      ...config.collections
        .filter(({ slug }) => (TABLE_NAMES as readonly string[]).includes(slug))
        .map(({ slug, flattenedFields }) => ({ address: slug, fields: flattenedFields })),
    ]
    let tried = 0
    for (const { address, fields } of places)
      for (const list of listsOf(fields))
        for (const odd of [5, 'x', true, { a: 1 }, [5], [null], ['x'], [[]]]) {
          const who = address.startsWith('globals/') ? 'administrator' : 'publisher'
          const made = await cms().rest(who, 'POST', address, { ...note, [list]: odd })
          tried++
          expect([address, list, odd, made.status]).toEqual([address, list, odd, 400])
          expect(made.body.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/)
        }
    expect(tried).toBeGreaterThan(40)
  })

  describe.each(TABLE_NAMES)('%s: the state of a record', (table) => {
    test('is draft or published; whatever else a write says is refused in words, one by one, in bulk and when it is made', async () => {
      const record = await freshRecord(cms().payload, table, 26)
      const made = await cms().rest('publisher', 'POST', table, record)
      const { id } = made.body.doc as { id: Id }
      for (const _status of [
        null,
        '',
        'x',
        'PUBLISHED',
        1,
        0,
        true,
        false,
        [],
        ['published'],
        {},
        { equals: 'draft' },
      ])
        for (const query of ['', 'draft=true'])
          for (const [method, address] of [
            ['POST', `${table}?${query}`],
            ['PATCH', `${table}/${id}?${query}`],
            ['PATCH', `${table}?where[id][equals]=${id}&${query}`],
          ] as const) {
            const answer = await cms().rest('publisher', method, address, { ...record, _status })
            expect([_status, address, answer.status, JSON.stringify(answer.body)]).toEqual([
              _status,
              address,
              400,
              expect.stringContaining('公开状态'),
            ])
          }
      const { totalDocs } = await cms().payload.countVersions({
        collection: table,
        where: { parent: { equals: id } },
      })
      expect(totalDocs).toBe(1)
    })
  })
}
