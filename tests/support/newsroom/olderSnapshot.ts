import { readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { World } from '#domain/world/world'
import { readSnapshot, writeSnapshot } from '../../../scripts/release/store/snapshotStore.ts'
import { liveRelease } from '../../../scripts/release/store/switchRelease.ts'
import type { TestPublisher } from './testPublisher.ts'

/** Makes the live release one of an earlier code, whose snapshot has a case that the rules of its day let through. */
export function snapshotWith(
  { store }: TestPublisher,
  dataDir: string,
  reference: string,
  more: Record<string, unknown>,
): void {
  const live = liveRelease(dataDir)
  if (!live) throw new Error('nothing is live')
  const snapshot = readSnapshot(store, live.release.snapshot)
  const row = snapshot.tables.cases.get(reference)
  if (!row) throw new Error(`no case ${reference}`)
  snapshot.tables.cases.set(reference, { ...row, ...more })
  const root = writeSnapshot(store, new World(snapshot), null)
  const file = path.join(dataDir, readlinkSync(path.join(dataDir, 'public')), 'release.json')
  const release = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...release, snapshot: root, code: 'an earlier code' }))
}
