import { expect, test } from 'vitest'
import type { TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { endInTheDatabase, refuseOutboxRowsOf } from '../../support/newsroom/failingDatabase.ts'

/** What must hold on every database for writes themselves. `cms` is opened by the suite that this one is part of. */
export function writingPromises(cms: () => TestCms): void {
  test('a typed date is brought into the one form, and one that is none is refused', async () => {
    const source = await cms().idOf('sources', 'slug', 'baodao')
    const fine = await cms().rest('publisher', 'PATCH', `sources/${source}`, {
      date: '2022年11月3日',
      _status: 'published',
    })
    expect((fine.body.doc as { date: string }).date).toBe('2022-11-03')
    const bad = await cms().rest('publisher', 'PATCH', `sources/${source}`, {
      date: '去年冬天',
      _status: 'published',
    })
    expect(bad.status).toBe(400)
  })

  test('eight saves at once are all kept', async () => {
    const id8 = await cms().idOf('cases', 'reference', 'WS-2022-000008')
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        cms().rest('publisher', 'PATCH', `cases/${id8}`, { place: `第${i}处`, _status: 'published' }),
      ),
    )
    expect(answers.map((a) => a.status)).toEqual(Array(8).fill(200))
    const { totalDocs } = await cms().payload.countVersions({
      collection: 'cases',
      where: { parent: { equals: id8 } },
    })
    expect(totalDocs).toBe(9)
    expect((await cms().takeOutbox()).length).toBe(8)
  })

  test('a bulk correction of which the database refuses one row keeps nothing, and says so', async () => {
    const where = 'where[reference][in]=WS-2022-000005,WS-2022-000006'
    const shown = async () => (await cms().rest('publisher', 'GET', `cases?${where}`)).body.docs
    const before = await shown()
    const allow = await refuseOutboxRowsOf(cms(), 'WS-2022-000006')
    try {
      const answer = await cms().rest('publisher', 'PATCH', `cases?${where}`, {
        place: '南门',
        _status: 'published',
      })
      expect(answer.status).toBe(500)
      expect(answer.body.errors?.[0]?.message).toContain('什么也没有改动')
    } finally {
      await allow()
    }
    expect(await shown()).toEqual(before)
    expect(await cms().takeOutbox()).toEqual([])
  })

  test('a commit that the database did not do is an error, never an acknowledgement', async () => {
    const { db } = cms().payload
    for (const end of [endInTheDatabase, (id: string | number) => db.rollbackTransaction(id)]) {
      const id = (await db.beginTransaction()) as string | number
      await end(id, cms())
      await expect(db.commitTransaction(id)).rejects.toThrow('没有保存')
    }
  })
}
