import { describe, expect, test } from 'vitest'
import { TABLES } from '#domain/records/snapshot'
import { clearBin } from '../../../cms/src/bin/clearBin.ts'
import type { TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshKey, freshRecord, textField } from '../../support/newsroom/contractRecords.ts'

type Id = number | string

/** What must hold on every database of writes over other people's drafts, and of keys. `cms` is opened by the suite that this one is part of. */
export function pendingDraftPromises(cms: () => TestCms): void {
  const sentence = (answer: { body: { errors?: { message: string }[] } }) =>
    answer.body.errors?.[0]?.message ?? ''

  describe.each(['cases', 'departments', 'pages'] as const)(
    '%s, while somebody’s draft waits over what is public',
    (table) => {
      const { key } = TABLES[table]
      const text = textField(table)
      let serial = 0
      const waiting = async () => {
        const number = ++serial
        const made = await cms().rest('publisher', 'POST', table, {
          ...(await freshRecord(cms().payload, table, number)),
          _status: 'published',
        })
        const { id } = made.body.doc as { id: Id }
        await cms().rest('editor', 'PATCH', `${table}/${id}?draft=true`, { [text]: '没人看过的说法' })
        return { id, reference: freshKey(table, number) }
      }

      test('a write of some other field is refused, whatever it says of the status; nothing public changes', async () => {
        const { id, reference } = await waiting()
        for (const more of [{}, { _status: 'published' }])
          for (const change of [{ [key]: reference }, { origin: 'record', changeNote: '注' }])
            for (const address of [`${table}/${id}`, `${table}?where[id][equals]=${id}`]) {
              const answer = await cms().rest('administrator', 'PATCH', address, { ...change, ...more })
              expect([more, change, JSON.stringify(answer.body)]).toEqual([
                more,
                change,
                expect.stringContaining('还没有公开的草稿'),
              ])
              expect((await cms().shown(table, id))?.[text]).not.toBe('没人看过的说法')
            }
        const one = await cms().rest('administrator', 'PATCH', `${table}/${id}`, { origin: 'record' })
        expect([one.status, sentence(one)]).toEqual([409, expect.stringContaining('editor')])
      })

      test('a write that calls itself a draft and publishes is refused as any other', async () => {
        const { id, reference } = await waiting()
        for (const query of ['draft=true', 'draft=true&publishSpecificLocale=zh', 'draft=true&autosave=true'])
          for (const change of [{ [key]: reference }, { origin: 'record' }]) {
            const body = { ...change, _status: 'published' }
            const answer = await cms().rest('publisher', 'PATCH', `${table}/${id}?${query}`, body)
            expect([query, change, answer.status]).toEqual([query, change, 409])
            expect((await cms().shown(table, id))?.[text]).not.toBe('没人看过的说法')
          }
      })

      test('a write that says it has seen the draft, taking back, publishing the draft itself and saving another draft are not', async () => {
        const whole = await waiting()
        const { body: opened } = await cms().rest('publisher', 'GET', `${table}/${whole.id}?draft=true`)
        const seen = { [text]: '看过再改的', basedOn: opened.updatedAt, _status: 'published' }
        expect((await cms().rest('publisher', 'PATCH', `${table}/${whole.id}`, seen)).status).toBe(200)
        expect((await cms().shown(table, whole.id))?.[text]).toBe('看过再改的')
        const back = await waiting()
        expect(
          (await cms().rest('publisher', 'PATCH', `${table}/${back.id}?draft=true`, { changeNote: '注' }))
            .status,
        ).toBe(200)
        expect(
          (
            await cms().rest('publisher', 'PATCH', `${table}/${back.id}`, {
              _status: 'draft',
              changeNote: '注',
            })
          ).status,
        ).toBe(200)
        expect(await cms().shown(table, back.id)).toBeUndefined()
        const draft = await waiting()
        expect(
          (await cms().rest('publisher', 'PATCH', `${table}/${draft.id}`, { _status: 'published' })).status,
        ).toBe(200)
        expect((await cms().shown(table, draft.id))?.[text]).toBe('没人看过的说法')
      })

      test('a key that was public is never given to another matter; one of a draft is free again when the bin is cleared', async () => {
        const { id, reference } = await waiting()
        const again = await freshRecord(cms().payload, table, serial)
        const free = await freshRecord(cms().payload, table, ++serial)
        const drafted = (await cms().rest('publisher', 'POST', table, free)).body.doc as { id: Id }
        const moved = await cms().rest('publisher', 'PATCH', `${table}/${drafted.id}`, { [key]: reference })
        expect(moved.status).toBe(400)
        for (const each of [id, drafted.id])
          expect((await cms().rest('publisher', 'DELETE', `${table}/${each}`)).status).toBe(200)
        const taken = async (record: object) => {
          for (const status of [{}, { _status: 'published' }])
            for (const query of ['', '?draft=true']) {
              const answer = await cms().rest('publisher', 'POST', `${table}${query}`, {
                ...record,
                ...status,
              })
              expect([answer.status, sentence(answer)]).toEqual([400, expect.stringContaining('请换一个')])
            }
        }
        for (const record of [again, free]) await taken(record)
        await clearBin(cms().payload, Date.now() + 31 * 86_400_000)
        await taken(again)
        expect((await cms().rest('publisher', 'POST', table, { ...free, _status: 'published' })).status).toBe(
          201,
        )
      })
    },
  )
}
