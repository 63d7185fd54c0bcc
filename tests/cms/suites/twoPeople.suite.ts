import { describe, expect, test } from 'vitest'
import type { TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshRecord, textField } from '../../support/newsroom/contractRecords.ts'

type Id = number | string
type Doc = Record<string, unknown> & { id: Id; updatedAt: string }
type Told = { basedOn: string; by: string; fields: Record<string, unknown>[] }

/** What must hold on every database of two people at one record. `cms` is opened by the suite that this one is part of. */
export function twoPeoplePromises(cms: () => TestCms): void {
  const told = (answer: { body: { errors?: unknown[] } }) =>
    (answer.body.errors?.[0] as { data: Told } | undefined)?.data as Told
  const opened = async (address: string) => (await cms().rest('publisher', 'GET', address)).body as Doc
  let serial = 40

  describe.each(['cases', 'pages'] as const)('%s, open in two forms', (table) => {
    const text = textField(table)
    const published = async () => {
      const record = await freshRecord(cms().payload, table, ++serial)
      const made = await cms().rest('publisher', 'POST', table, { ...record, _status: 'published' })
      expect([made.status, made.body.errors]).toEqual([201, undefined])
      return { record, id: (made.body.doc as Doc).id }
    }

    test('who comes second gets both texts, field by field, and the first one’s stays public', async () => {
      const { id } = await published()
      const first = await opened(`${table}/${id}?draft=true`)
      const sent = { ...first, basedOn: first.updatedAt, _status: 'published' }
      const one = await cms().rest('publisher', 'PATCH', `${table}/${id}`, { ...sent, [text]: '甲改的' })
      expect([one.status, one.body.errors]).toEqual([200, undefined])
      const two = await cms().rest('administrator', 'PATCH', `${table}/${id}`, { ...sent, [text]: '乙改的' })
      expect([two.status, told(two).fields]).toEqual([
        409,
        [expect.objectContaining({ field: text, theirs: '甲改的', yours: '乙改的', before: first[text] })],
      ])
      expect(told(two).by).toMatch(/^publisher，\d{4}年\d+月\d+日 \d\d:\d\d$/)
      expect((await cms().shown(table, id))?.[text]).toBe('甲改的')
      const again = { ...sent, [text]: '两个人的', basedOn: told(two).basedOn }
      expect((await cms().rest('administrator', 'PATCH', `${table}/${id}`, again)).status).toBe(200)
      expect((await cms().shown(table, id))?.[text]).toBe('两个人的')
    })

    test('what the second has not touched is told as the other’s, and drafts are held alike', async () => {
      const { id } = await published()
      const first = await opened(`${table}/${id}?draft=true`)
      const drafted = { [text]: '甲的草稿', basedOn: first.updatedAt }
      expect((await cms().rest('publisher', 'PATCH', `${table}/${id}?draft=true`, drafted)).status).toBe(200)
      const sent = { ...first, basedOn: first.updatedAt }
      const late = await cms().rest('administrator', 'PATCH', `${table}/${id}?draft=true`, sent)
      expect([late.status, told(late).fields]).toEqual([
        409,
        [expect.objectContaining({ field: text, theirs: '甲的草稿', yours: null })],
      ])
    })

    test('a whole body that does not say what it is based on is refused; some fields change those and no other', async () => {
      const { id } = await published()
      const { basedOn: _, ...whole } = await opened(`${table}/${id}`)
      for (const query of ['', '?draft=true']) {
        const answer = await cms().rest('publisher', 'PATCH', `${table}/${id}${query}`, whole)
        expect([query, answer.status, answer.body.errors?.[0]?.message]).toEqual([
          query,
          428,
          expect.stringContaining('basedOn'),
        ])
      }
      const before = (await cms().shown(table, id)) as Doc
      const some = { [text]: '只改这一项', _status: 'published' }
      expect((await cms().rest('publisher', 'PATCH', `${table}/${id}`, some)).status).toBe(200)
      const after = (await cms().shown(table, id)) as Doc
      expect({ ...after, [text]: '', updatedAt: '', updatedBy: '' }).toEqual({
        ...before,
        ...Object.fromEntries(
          ['changedOn', 'changeNote', 'publicNote', 'publicKind'].flatMap((name) =>
            name in after ? [[name, after[name]]] : [],
          ),
        ),
        [text]: '',
        updatedAt: '',
        updatedBy: '',
      })
    })
  })

  test('a write that names other fields than the first one changed goes through, and both are kept', async () => {
    const record = await freshRecord(cms().payload, 'cases', ++serial)
    const made = await cms().rest('publisher', 'POST', 'cases', { ...record, _status: 'published' })
    const { id, updatedAt } = made.body.doc as Doc
    const one = { place: '东门', basedOn: updatedAt, _status: 'published' }
    const two = { title: '改过的标题', basedOn: updatedAt, _status: 'published' }
    expect((await cms().rest('publisher', 'PATCH', `cases/${id}`, one)).status).toBe(200)
    expect((await cms().rest('administrator', 'PATCH', `cases/${id}`, two)).status).toBe(200)
    expect(await cms().shown('cases', id)).toMatchObject({ place: '东门', title: '改过的标题' })
  })

  test('a state that is none is refused in words, and taking back is never held up', async () => {
    const record = await freshRecord(cms().payload, 'cases', ++serial)
    const made = await cms().rest('publisher', 'POST', 'cases', { ...record, _status: 'published' })
    const { id, updatedAt } = made.body.doc as Doc
    const wrong = await cms().rest('publisher', 'PATCH', `cases/${id}`, { place: '东门', basedOn: '昨天' })
    expect([wrong.status, wrong.body.errors?.[0]?.message]).toEqual([400, expect.stringContaining('basedOn')])
    await cms().rest('publisher', 'PATCH', `cases/${id}`, { place: '东门', _status: 'published' })
    const back = { ...record, basedOn: updatedAt, _status: 'draft' }
    expect((await cms().rest('administrator', 'PATCH', `cases/${id}`, back)).status).toBe(200)
    expect(await cms().shown('cases', id)).toBeUndefined()
  })

  test.each(['site-settings', 'synonyms'] as const)(
    '%s, open in two forms, is not overwritten',
    async (slug) => {
      const address = `globals/${slug}`
      const first = await opened(address)
      const [field, one, two] =
        slug === 'synonyms'
          ? ['groups', [{ term: '甲词', words: '说法' }], [{ term: '乙词', words: '说法' }]]
          : ['scope', '甲写的范围', '乙写的范围']
      const save = (body: object) => cms().rest('administrator', 'POST', address, body)
      expect((await save({ [field as string]: one, basedOn: first.updatedAt })).status).toBe(200)
      const late = await save({ ...first, [field as string]: two, basedOn: first.updatedAt })
      expect([late.status, late.body.errors, told(late)?.fields.map((each) => each.field)]).toEqual([
        409,
        expect.anything(),
        [field],
      ])
      const whole = await save({ ...(await opened(address)), basedOn: undefined })
      expect(whole.status).toBe(slug === 'synonyms' ? 200 : 428)
      expect(
        (await save({ ...(await opened(address)), [field as string]: two, basedOn: told(late).basedOn }))
          .status,
      ).toBe(200)
    },
  )
}
