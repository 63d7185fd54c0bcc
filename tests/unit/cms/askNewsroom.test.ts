import { afterEach, expect, test, vi } from 'vitest'
import { askNewsroom, Refused, wordsOf } from '../../../cms/src/components/askNewsroom.ts'
import { sendAct, UNANSWERED } from '../../../cms/src/components/sendAct.ts'

afterEach(() => vi.unstubAllGlobals())

const answering = (answer: () => Response) => {
  const asked: [string, RequestInit][] = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push([address, init])
    return answer()
  })
  return asked
}
const ask = (body?: object) => askNewsroom<{ id: number }>('POST', '/api/x', { body, lost: '没有等到答复' })

test('what is answered comes back, what was sent goes as JSON or as a form', async () => {
  const asked = answering(() => Response.json({ id: 7 }))
  expect(await ask({ a: 1 })).toEqual({ id: 7 })
  const form = new FormData()
  await ask(form)
  expect(asked.map(([, { body }]) => body)).toEqual(['{"a":1}', form])
  expect(asked.map(([, { headers }]) => headers)).toEqual([{ 'content-type': 'application/json' }, undefined])
})

test('a refusal is told in the newsroom’s own words, no answer in those of who asked', async () => {
  answering(() => Response.json({ errors: [{ message: '不能这样做' }] }, { status: 409 }))
  await expect(ask()).rejects.toThrow(Refused)
  expect([await ask().catch(wordsOf), await sendAct('/api/x', {})]).toEqual(['不能这样做', '不能这样做'])
  for (const lost of [
    () => new Response('<html>', { status: 502 }),
    () => Promise.reject(new Error('away')),
  ]) {
    answering(lost as never)
    await expect(ask()).rejects.not.toThrow(Refused)
    expect([await ask().catch(wordsOf), await sendAct('/api/x', {})]).toEqual(['没有等到答复', UNANSWERED])
  }
})
