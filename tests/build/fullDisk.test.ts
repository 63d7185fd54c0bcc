import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { siteServer } from '../../scripts/processes/serve/siteServer.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import {
  brokenFiles,
  type PublisherProcess,
  pageIn,
  startPublisher,
  statusIn,
} from '../support/product/publisherProcess.ts'
import { mountSmallDisk } from '../support/product/smallDisk.ts'
import { within } from '../support/product/startedProduct.ts'
import { removeFolder } from '../support/removeFolder.ts'

const PAGE = 'cases/2022/0000/WS-2022-000001.html'
const folder = mkdtempSync(path.join(tmpdir(), 'full-'))
const mounted = mountSmallDisk(folder, 64)

if (typeof mounted === 'string') {
  console.log(`NOT RUN full-disk: ${mounted}`)
  test.skipIf(process.env.CI !== 'true')('a disk that fills up was tested', () =>
    expect(mounted).toBe('tested'),
  )
} else {
  describe('a disk that fills up while editors write', () => {
    let cms: TestCms
    let publisher: PublisherProcess
    let id: number | string
    const before = process.env.TMPDIR
    const save = (title: string, more: object = {}) =>
      cms.rest('publisher', 'PATCH', 'cases?where[reference][equals]=WS-2022-000001', {
        title,
        ...more,
        _status: 'published',
      })

    beforeAll(async () => {
      process.env.TMPDIR = folder
      cms = await openTestCms()
      id = await cms.idOf('cases', 'reference', 'WS-2022-000001')
      publisher = await startPublisher(cms.dataDir)
      expect(await within(90_000, () => statusIn(cms.dataDir).searchRelease !== null)).toBe(true)
    })
    afterAll(async () => {
      await publisher?.stop('SIGKILL')
      await cms?.payload.destroy()
      process.env.TMPDIR = before ?? ''
      if (before === undefined) delete process.env.TMPDIR
      mounted.unmount()
      removeFolder(folder)
    })

    test('a save is refused in words and nothing of it stays; the site goes on; the publisher says so and goes on when there is room', async () => {
      // A release waits, and there is no room for it.
      publisher.child.kill('SIGSTOP')
      expect((await save('磁盘满之前存下的')).status).toBe(200)
      mounted.fill()
      publisher.child.kill('SIGCONT')
      expect(await within(90_000, () => statusIn(cms.dataDir).state === 'failed')).toBe(true)
      expect(statusIn(cms.dataDir).reason).toContain('磁盘满了')

      // The log has room of its own from earlier; when that is written too, nothing fits any more.
      let kept = '磁盘满之前存下的'
      let refused = await save(kept)
      for (let i = 0; i < 600 && refused.status === 200; i++) {
        const title = `磁盘满之前存下的，第${i}次`
        refused = await save(title, { description: `${i}还要存。`.repeat(1200) })
        if (refused.status === 200) kept = title
      }
      expect(refused.status).toBe(507)
      expect(refused.body.errors?.[0]?.message).toContain('磁盘满了')

      const { docs } = await cms.payload.find({ collection: 'cases', where: { id: { equals: id } } })
      expect(docs[0]?.title).toBe(kept)

      const site = siteServer(cms.dataDir)
      const answer = await site.inject({ url: `/${PAGE}` })
      expect(answer.statusCode).toBe(200)
      expect(answer.payload).not.toContain('磁盘满')
      await site.close()
      expect(brokenFiles(cms.dataDir)).toEqual([])
      expect(publisher.child.exitCode).toBeNull()

      mounted.empty()
      expect(
        await within(70_000, () => pageIn(cms.dataDir, PAGE)?.includes('磁盘满之前存下的') ?? false),
      ).toBe(true)
      expect(await within(5_000, () => statusIn(cms.dataDir).state === 'live')).toBe(true)
      expect(statusIn(cms.dataDir).reason).toBeNull()
      expect((await save('又存得下了')).status).toBe(200)
      expect(await within(70_000, () => pageIn(cms.dataDir, PAGE)?.includes('又存得下了') ?? false)).toBe(
        true,
      )
      expect(brokenFiles(cms.dataDir)).toEqual([])
    })
  })
}
