import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson, TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import { SAMPLE_CASES } from '../../content/sample/generate.ts'
import { shippedContent } from '../../scripts/content/shippedContent.ts'
import { pageFaults } from '../../scripts/release/pages/pageChecks.ts'
import { isStanding } from '../../scripts/release/search/standingFiles.ts'
import { openStore } from '../../scripts/release/store/store.ts'
import { liveRelease, sequences } from '../../scripts/release/store/switchRelease.ts'
import { rowsWaiting } from '../../scripts/release/tables/waitingRows.ts'
import { rounds } from '../support/generated.ts'
import { loadSample } from '../support/product/loadedSample.ts'
import { freePorts, npmStart, ready, type Started, within } from '../support/product/startedProduct.ts'
import { removeFolder } from '../support/removeFolder.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'sample-removal-'))
/** Cases of the demonstration: a short run takes some. */
const CASES = rounds(200, SAMPLE_CASES)
let started: Started
let environment: Record<string, string>
const start = async () => {
  started = npmStart(environment, [])
  await ready(started)
}
const stop = async () => {
  started.npm.kill()
  await started.ended
}

beforeAll(async () => {
  environment = {
    DATA_DIR: dataDir,
    ...(await freePorts()),
    EDITOR_EMAIL: '',
    EDITOR_PASSWORD: '',
    SITE_URL: '',
  }
  await loadSample(dataDir, CASES)
  await start()
})
afterAll(async () => {
  await stop()
  removeFolder(dataDir)
})

/** Runs `npm run remove-sample` beside the product: exit code and everything said. */
const command = (...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const env = { ...process.env, ...environment }
    execFile('npm', ['run', '--silent', 'remove-sample', '--', ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    )
  })
const live = () => {
  const now = liveRelease(dataDir)
  if (!now) throw new Error('nothing is live')
  return now
}
/** Every public file by its address. */
const publicFiles = () => {
  const { trees, blobs } = openStore(dataDir)
  return new Map(
    [...trees.walk(live().roots.tree)].map((f) => [f.path, () => blobs.read(f.blob).toString('utf8')]),
  )
}
const sampleIn = (text: string) => /data-origin="sample"|DEMO-\d|demo-[a-z]/.test(text)
const waiting = () =>
  JSON.parse(readFileSync(path.join(dataDir, 'release-status.json'), 'utf8')).state !== 'live'
/** Whether everything that follows the pages is of what is live: our index, Pagefind's, and the long lists of rows. */
const allFollowed = () => {
  const { release, roots } = live()
  // No walk through all files at each look: the product needs the processor.
  if (release.search?.release !== release.id) return false
  const pointer = JSON.parse(readFileSync(path.join(dataDir, 'public/tree/search/current.json'), 'utf8'))
  if (pointer.pagefindOf !== pointer.snapshot) return false
  return rowsWaiting(openStore(dataDir), roots.tree).size === 0
}

/** The snapshot's tables as they are written, line by line. */
const publicRows = (files: ReturnType<typeof publicFiles>) =>
  [...files]
    .filter(([name]) => name.startsWith('data/snapshot/') && name.endsWith('.ndjson'))
    .flatMap(([, text]) => text().trimEnd().split('\n'))
    .sort()

test('the command shows the demonstration and changes nothing', async () => {
  expect(await within(180_000, allFollowed)).toBe(true)
  const before = live().release.id
  const { code, said } = await command()
  expect(code).toBe(0)
  const { tables } = await shippedContent('sample', { cases: CASES })
  const invented = (table: TableName) =>
    (tables[table] ?? []).filter((row) => 'origin' in row && row.origin === 'sample').length
  for (const line of [
    `事项 ${invented('cases')}条`,
    `权责事项 ${invented('duties')}条`,
    `督办文书 ${invented('notices')}条`,
    '什么也没有改',
  ])
    expect(said).toContain(line)
  expect((await command('--yes')).code).toBe(1)
  expect(live().release.id).toBe(before)
})

test('confirmed beside the running product, one release later only the facts of the article are public', async () => {
  expect(await within(180_000, allFollowed)).toBe(true)
  const before = live().release
  const { code, said } = await command('--confirm')
  expect([code, said]).toEqual([0, expect.stringMatching(/事项：移除[1-9]\d*条/)])
  expect(await within(180_000, () => live().release.id !== before.id && !waiting())).toBe(true)
  expect(await within(180_000, allFollowed)).toBe(true)
  // Search follows in releases of its own, which alter nothing of the content.
  const contents = sequences(dataDir)
    .filter((n) => n > before.sequence)
    .map(
      (n) =>
        JSON.parse(readFileSync(path.join(dataDir, 'releases', String(n), 'release.json'), 'utf8')).content,
    )
  expect([...new Set(contents.filter((content) => content !== before.content))]).toHaveLength(1)

  const files = publicFiles()
  const { tables } = await shippedContent('seed')
  const facts = TABLE_NAMES.flatMap((t) => (tables[t] ?? []).map((row) => canonicalJson(row)))
  expect(publicRows(files)).toEqual(facts.sort())
  expect(JSON.parse(files.get('data/snapshot/site-settings.json')?.() as string).dutyCategories).toEqual([])
  expect(JSON.parse(files.get('data/snapshot/synonyms.json')?.() as string).groups).toEqual([])

  const pages = [...files].filter(([name]) => name.endsWith('.html'))
  const faults = pages.flatMap(([name, html]) =>
    pageFaults({ path: name, html: html() }, (p) => files.has(p) || isStanding(p)),
  )
  expect(faults).toEqual([])
  const explained = ['data/index.html', 'data/dictionary.json']
  const texts = [...files].filter(
    ([name]) => /\.(html|json|csv|ndjson)$/.test(name) && !explained.includes(name),
  )
  expect(texts.filter(([, text]) => sampleIn(text())).map(([name]) => name)).toEqual([])
}, 600_000)

test('nothing of it returns with the next start, and there is nothing left to remove', async () => {
  const before = live().release.id
  await stop()
  await start()
  expect(live().release.id).toBe(before)
  expect(await command()).toEqual({ code: 0, said: '没有演示数据\n' })
})
