import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { REGISTER, registerMapping, registerRow } from '../../support/imports/plannedWorld.ts'
import { bookOf, bytesOf } from '../../support/imports/workbooks.ts'
import type { Answer, TestCms } from '../../support/newsroom/cmsDatabase.ts'

const sentence = (answer: Answer) => answer.body.errors?.[0]?.message ?? ''

/** What becomes of files that were handed in for an import when words are erased that they hold. */
export function erasedFilePromises(cms: () => TestCms, words: string): void {
  test('a file that was handed in goes with all that was read of it, imported or not; others stay', async () => {
    const phone = '13912345678'
    const folder = (upload: string) => path.join(cms().dataDir, 'imports', upload)
    const handedIn = async (cells: Parameters<typeof registerRow>[0], name = '登记表.xlsx') => {
      const form = new FormData()
      const bytes = bytesOf(bookOf({ 表: [[...REGISTER], registerRow(cells)] }))
      form.set('file', new File([bytes as BlobPart], name))
      const answer = await cms().plainly('editor', 'POST', 'import-files', form)
      expect([answer.status, sentence(answer)]).toEqual([201, ''])
      return String(answer.body.id)
    }
    const tried = await handedIn({ 情况: `找${words}问` })
    const begun = await cms().plainly('editor', 'POST', `import-files/${tried}/plan`, {
      mapping: registerMapping(),
    })
    expect(begun.status).toBe(202)
    await expect.poll(() => existsSync(path.join(folder(tried), 'plan.json')), { timeout: 60_000 }).toBe(true)
    const [named, numbered, other] = [
      await handedIn({}, `${words}的表.xlsx`),
      await handedIn({ 电话: Number(phone) }),
      await handedIn({}),
    ]
    const mapped = await handedIn({})
    writeFileSync(path.join(folder(mapped), 'plan.json'), JSON.stringify({ mapping: { [words]: 'a' } }))
    const looked = await cms().rest('administrator', 'POST', 'erasure', { words })
    expect(looked.body).toMatchObject({ files: 3 })
    for (const [sought, counts, gone] of [
      [words, looked.body.counts, [tried, named, mapped]],
      [phone, {}, [numbered]],
    ] as const) {
      const asked = { words: sought, reason: '当事人要求', counts }
      const done = await cms().rest('administrator', 'POST', 'erasure', asked)
      expect([done.status, sentence(done)]).toEqual([200, ''])
      expect(gone.map((upload) => existsSync(folder(upload)))).toEqual(gone.map(() => false))
    }
    expect(readdirSync(path.join(cms().dataDir, 'imports'))).toEqual([other])
  })
}
