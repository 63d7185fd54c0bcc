import { expect, test } from 'vitest'
import type { TestCms } from '../support/cmsDatabase.ts'

/** What must hold on every database for writes themselves. `cms` is opened by the suite that this one is part of. */
export function writingPromises(cms: () => TestCms): void {
  test('a typed date is brought into the one form, and one that is none is refused', async () => {
    const source = await cms().idOf('sources', 'slug', 'baodao')
    const fine = await cms().rest('editor', 'PATCH', `sources/${source}`, {
      date: '2022年11月3日',
      _status: 'published',
    })
    expect((fine.body.doc as { date: string }).date).toBe('2022-11-03')
    const bad = await cms().rest('editor', 'PATCH', `sources/${source}`, {
      date: '去年冬天',
      _status: 'published',
    })
    expect(bad.status).toBe(400)
  })

  test('eight saves at once are all kept', async () => {
    const id8 = await cms().idOf('cases', 'reference', 'WS-2022-000008')
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        cms().rest('editor', 'PATCH', `cases/${id8}`, { place: `第${i}处`, _status: 'published' }),
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
}
