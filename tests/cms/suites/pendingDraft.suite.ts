import { describe, expect, test } from 'vitest'
import { TABLES } from '#domain/records/snapshot'
import type { TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshKey, freshRecord, textField } from '../../support/newsroom/contractRecords.ts'

type Id = number | string

/** What the shipped records leave empty and a draft may empty. */
const MORE = {
  cases: { outcome: '初步结果', openReason: '等材料' },
  departments: {},
  pages: {},
}

/** What must hold on every database of writes over other people's drafts, and of keys. `cms` is opened by the suite that this one is part of. */
export function pendingDraftPromises(cms: () => TestCms): void {
  const sentence = (answer: { body: { errors?: { message: string }[] } }) =>
    answer.body.errors?.[0]?.message ?? ''

  test('a part of a row or of a group that a draft has changed is not public because the row is named', async () => {
    const record = await freshRecord(cms().payload, 'cases', 27)
    const made = await cms().rest('editor', 'POST', 'cases', { ...record, _status: 'published' })
    const { id } = made.body.doc as { id: Id }
    const { timeline } = (await cms().shown('cases', id)) as {
      timeline: { id: string; text?: string | null }[]
    }
    const secret = timeline.map((row) => ({ ...row, text: '没人看过的说法' }))
    const drafted = await cms().rest('contributor', 'PATCH', `cases/${id}?draft=true`, { timeline: secret })
    expect(drafted.status).toBe(200)
    const rows = timeline.map(({ text: _, ...row }) => row)
    const answer = await cms().rest('editor', 'PATCH', `cases/${id}`, {
      timeline: rows,
      _status: 'published',
    })
    expect([answer.status, JSON.stringify(await cms().shown('cases', id))]).toEqual([
      409,
      expect.not.stringContaining('没人看过的说法'),
    ])
    // MongoDB keeps no empty parts: what is to be empty is said.
    const named = timeline.map((row) => ({ ...row, text: row.text ?? null }))
    const body = { timeline: named, _status: 'published' }
    const whole = await cms().rest('editor', 'PATCH', `cases/${id}`, body)
    expect([whole.status, sentence(whole)]).toEqual([200, ''])
  })

  test('a form that says it is of the draft publishes it, and one made by hand or of an older version does not', async () => {
    const record: Record<string, unknown> = {
      ...(await freshRecord(cms().payload, 'cases', 28)),
      outcome: '初步结果',
    }
    const made = await cms().rest('editor', 'POST', 'cases', { ...record, _status: 'published' })
    const { id } = made.body.doc as { id: Id }
    const opened = (made.body.doc as { updatedAt: string }).updatedAt
    const drafted = await cms().rest('contributor', 'PATCH', `cases/${id}?draft=true`, { outcome: null })
    const { updatedAt } = drafted.body.doc as { updatedAt: string }
    const asForm = async (data: object) => {
      const form = new FormData()
      form.set('_payload', JSON.stringify(data))
      return cms().rest('editor', 'PATCH', `cases/${id}`, form)
    }
    const { outcome: _, ...shown } = record
    const part = { reference: record.reference, title: record.title, _status: 'published' }
    expect((await asForm({ ...part, updatedAt })).status).toBe(409)
    for (const of of [{}, { updatedAt: opened }, { updatedAt: null }, { updatedAt: '' }, { updatedAt: true }])
      expect([of, (await asForm({ ...shown, ...of, _status: 'published' })).status]).toEqual([of, 409])
    expect((await cms().shown('cases', id))?.outcome).toBe('初步结果')
    const whole = await asForm({ ...shown, updatedAt, _status: 'published' })
    expect([whole.status, sentence(whole)]).toEqual([200, ''])
    expect((await cms().shown('cases', id))?.outcome ?? null).toBeNull()
  })

  describe.each(['cases', 'departments', 'pages'] as const)(
    '%s, while somebody’s draft waits over what is public',
    (table) => {
      const { key } = TABLES[table]
      const text = textField(table)
      let serial = 0
      const waiting = async () => {
        const number = ++serial
        const made = await cms().rest('editor', 'POST', table, {
          ...(await freshRecord(cms().payload, table, number)),
          _status: 'published',
        })
        const { id } = made.body.doc as { id: Id }
        await cms().rest('contributor', 'PATCH', `${table}/${id}?draft=true`, { [text]: '没人看过的说法' })
        return { id, reference: freshKey(table, number) }
      }

      test('a write of some other field is refused, whatever it says of the status; nothing public changes', async () => {
        const { id, reference } = await waiting()
        for (const more of [{}, { _status: 'published' }])
          for (const change of [
            { changeNote: '注' },
            { [key]: reference },
            { origin: 'record', changeNote: '注' },
          ])
            for (const address of [`${table}/${id}`, `${table}?where[id][equals]=${id}`]) {
              const answer = await cms().rest('administrator', 'PATCH', address, { ...change, ...more })
              expect([more, change, JSON.stringify(answer.body)]).toEqual([
                more,
                change,
                expect.stringContaining('还没有公开的草稿'),
              ])
              expect((await cms().shown(table, id))?.[text]).not.toBe('没人看过的说法')
            }
        const one = await cms().rest('administrator', 'PATCH', `${table}/${id}`, { changeNote: '注' })
        expect([one.status, sentence(one)]).toEqual([409, expect.stringContaining('contributor')])
      })

      test('a write that calls itself a draft and publishes is refused as any other', async () => {
        const { id, reference } = await waiting()
        for (const query of ['draft=true', 'draft=true&publishSpecificLocale=zh', 'draft=true&autosave=true'])
          for (const change of [{ changeNote: '注' }, { [key]: reference }, { origin: 'record' }]) {
            const body = { ...change, _status: 'published' }
            const answer = await cms().rest('editor', 'PATCH', `${table}/${id}?${query}`, body)
            expect([query, change, answer.status]).toEqual([query, change, 409])
            expect((await cms().shown(table, id))?.[text]).not.toBe('没人看过的说法')
          }
      })

      test('what a draft has emptied stays public until a write names it, however much else it names', async () => {
        const number = ++serial
        const record: Record<string, unknown> = {
          ...(await freshRecord(cms().payload, table, number)),
          ...MORE[table],
        }
        const made = await cms().rest('editor', 'POST', table, { ...record, _status: 'published' })
        expect([made.status, sentence(made)]).toEqual([201, ''])
        const { id } = made.body.doc as { id: Id }
        const filled = Object.entries(record).filter(
          ([name, value]) => name !== key && name !== text && JSON.stringify(value).length > 2,
        )
        for (const [name, value] of filled) {
          const empty = Array.isArray(value) ? [] : null
          const before = (await cms().shown(table, id))?.[name]
          const drafted = await cms().rest('contributor', 'PATCH', `${table}/${id}?draft=true`, {
            [name]: empty,
          })
          expect([name, drafted.status]).toEqual([name, 200])
          const { [name]: _, ...others } = record
          for (const body of [{ [key]: record[key], [text]: record[text] }, others])
            for (const query of ['', '?draft=true']) {
              const sent = { ...body, _status: 'published' }
              const answer = await cms().rest('editor', 'PATCH', `${table}/${id}${query}`, sent)
              expect([name, answer.status]).toEqual([name, 409])
              expect([name, (await cms().shown(table, id))?.[name]]).toEqual([name, before])
            }
          const named = { ...record, _status: 'published' }
          const kept = await cms().rest('editor', 'PATCH', `${table}/${id}`, named)
          expect([name, kept.status, sentence(kept)]).toEqual([name, 200, ''])
        }
      })

      test('the whole form, taking back, publishing the draft itself and saving another draft are not', async () => {
        const whole = await waiting()
        const form = { [key]: whole.reference, [text]: '看过再改的', _status: 'published' }
        expect((await cms().rest('editor', 'PATCH', `${table}/${whole.id}`, form)).status).toBe(200)
        expect((await cms().shown(table, whole.id))?.[text]).toBe('看过再改的')
        const seen = await waiting()
        const only = { [text]: '只改草稿改过的', _status: 'published' }
        expect((await cms().rest('editor', 'PATCH', `${table}/${seen.id}`, only)).status).toBe(200)
        expect((await cms().shown(table, seen.id))?.[text]).toBe('只改草稿改过的')
        const back = await waiting()
        expect(
          (await cms().rest('editor', 'PATCH', `${table}/${back.id}?draft=true`, { changeNote: '注' }))
            .status,
        ).toBe(200)
        expect(
          (await cms().rest('editor', 'PATCH', `${table}/${back.id}`, { _status: 'draft', changeNote: '注' }))
            .status,
        ).toBe(200)
        expect(await cms().shown(table, back.id)).toBeUndefined()
        const draft = await waiting()
        expect(
          (await cms().rest('editor', 'PATCH', `${table}/${draft.id}`, { _status: 'published' })).status,
        ).toBe(200)
        expect((await cms().shown(table, draft.id))?.[text]).toBe('没人看过的说法')
      })

      test('a key that was public is never given to another matter; one of a draft is free again', async () => {
        const { id, reference } = await waiting()
        const again = await freshRecord(cms().payload, table, serial)
        expect((await cms().rest('editor', 'DELETE', `${table}/${id}`)).status).toBe(200)
        for (const status of [{}, { _status: 'published' }])
          for (const query of ['', '?draft=true']) {
            const answer = await cms().rest('editor', 'POST', `${table}${query}`, { ...again, ...status })
            expect([answer.status, sentence(answer)]).toEqual([400, expect.stringContaining('曾经公开过')])
          }
        const free = await freshRecord(cms().payload, table, ++serial)
        const drafted = await cms().rest('editor', 'POST', table, free)
        const moved = await cms().rest('editor', 'PATCH', `${table}/${(drafted.body.doc as { id: Id }).id}`, {
          [key]: reference,
        })
        expect([moved.status, sentence(moved)]).toEqual([400, expect.stringContaining('曾经公开过')])
        expect(
          (await cms().rest('editor', 'DELETE', `${table}/${(drafted.body.doc as { id: Id }).id}`)).status,
        ).toBe(200)
        expect((await cms().rest('editor', 'POST', table, { ...free, _status: 'published' })).status).toBe(
          201,
        )
      })
    },
  )
}
