import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson, keyOf, type Row, TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import { SAMPLE_CASES } from '../../../content/sample/generate.ts'
import { shippedContent } from '../../../scripts/content/shippedContent.ts'
import { rounds } from '../../support/generated.ts'
import { Killable } from '../../support/killable/killable.ts'
import { openBareCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'

/** Cases of the demonstration: a short run takes what two batches hold. */
const CASES = rounds(100, SAMPLE_CASES)
/** Later than any: a loading that nobody kills. */
const NEVER = 2

/**
 * What must hold on every database when the loading of the shipped content is killed.
 * @param stops after which share of the records it is killed, run by run
 */
export function killedLoadingPromises(databaseUrl: () => string | undefined, stops: readonly number[]): void {
  let cms: Pick<TestCms, 'payload' | 'close'>
  beforeAll(async () => {
    cms = await openBareCms(databaseUrl())
  })
  afterAll(() => cms?.close())

  /** Runs the loader of `npm start`, which dies once it has loaded so much. Its exit code, null when killed. */
  const load = async (share = NEVER) => {
    const child = new Killable('loaderChild.ts', [String(CASES), String(share)])
    await child.gone
    return child.process.exitCode
  }
  const count = async (collection: 'acts' | 'loads' | 'outbox', where = {}) =>
    (await cms.payload.db.count({ collection, where })).totalDocs

  test('a loading that is killed again and again goes on, and in the end everything is there once', async () => {
    for (const stop of stops) expect(await load(stop)).toBeNull()
    expect(await load()).toBe(0)
    const { tables } = await shippedContent('sample', { cases: CASES })
    const { buildSnapshot } = await import('../../support/newsroom/buildSnapshot.ts')
    const { snapshot, problems } = await buildSnapshot(cms.payload)
    expect(problems).toEqual([])
    let acts = 0
    for (const table of TABLE_NAMES) {
      const rows = [...((tables[table] ?? []) as Row<TableName>[])]
      rows.sort((a, b) => (keyOf(table, a) < keyOf(table, b) ? -1 : 1))
      const same = canonicalJson([...snapshot.tables[table].values()]) === canonicalJson(rows)
      expect([table, snapshot.tables[table].size, same]).toEqual([table, rows.length, true])
      const versions = await cms.payload.countVersions({ collection: table })
      expect([table, versions.totalDocs]).toEqual([table, rows.length])
      acts += rows.length + rows.filter((r) => r.changedOn !== r.publishedOn).length
    }
    // The two globals leave an act each.
    expect(await count('acts')).toBe(acts + 2)
    expect(await count('outbox')).toBe(0)
    const marks = { recordType: { in: ['content', 'content-finished'] } }
    expect(await count('loads', marks)).toBe(2)
  })

  test('after that, another start loads nothing more', async () => {
    const before = [await count('acts'), await count('loads')]
    expect(await load()).toBe(0)
    expect([await count('acts'), await count('loads')]).toEqual(before)
  })
}
