import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ReleaseStatus, releaseStatus } from '#domain/published/release'
import { sha256 } from '#domain/records/snapshot'
import { makeSteps } from '../../../scripts/processes/command/steps.ts'
import { buildRenderer } from '../../../scripts/processes/install/builds.ts'
import { openStore } from '../../../scripts/release/store/store.ts'
import { liveRelease } from '../../../scripts/release/store/switchRelease.ts'
import { within } from './startedProduct.ts'

export type PublisherProcess = {
  child: ChildProcess
  /** What the status said that it was doing until it was ready. */
  progress: string[]
  /** What it wrote to its log. */
  log: () => string
  stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/** Starts the real publisher on a `DATA_DIR`, as `npm start` does, and waits until it has compared everything. */
export async function startPublisher(dataDir: string): Promise<PublisherProcess> {
  await buildRenderer(makeSteps({ say: () => {}, now: Date.now }), dataDir)
  const script = path.resolve(import.meta.dirname, '../../../scripts/publish.ts')
  const env = { ...process.env, DATA_DIR: dataDir }
  const child = fork(script, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      log += data
    })
  const progress: string[] = []
  const looking = setInterval(() => {
    const words = existsSync(path.join(dataDir, 'release-status.json')) ? statusIn(dataDir).progress : null
    if (words && words !== progress.at(-1)) progress.push(words)
  }, 2)
  let readies = 0
  child.on('message', (said: { ready?: boolean; refused?: string }) => {
    if (said.ready) readies++
    if (said.refused) log += said.refused
  })
  // One word when readers are served, which is at once where something is public, and one after the comparison.
  const wanted = existsSync(path.join(dataDir, 'public')) ? 2 : 1
  const isReady = await within(90_000, () => readies >= wanted || child.exitCode !== null)
  clearInterval(looking)
  if (!isReady || child.exitCode !== null) throw new Error(`the publisher did not get ready:\n${log}`)
  return {
    child,
    progress,
    log: () => log,
    stop: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await gone
    },
  }
}

/** What the publisher last said to the newsroom. */
export function statusIn(dataDir: string): ReleaseStatus {
  return releaseStatus.parse(JSON.parse(readFileSync(path.join(dataDir, 'release-status.json'), 'utf8')))
}

/** Text of a public file, or null where it answers 404. */
export function pageIn(dataDir: string, address: string): string | null {
  const file = path.join(dataDir, 'public', 'tree', address)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** Public files whose bytes are not those that the live release names. */
export function brokenFiles(dataDir: string): string[] {
  const live = liveRelease(dataDir)
  if (!live) throw new Error('nothing is live')
  const tree = path.join(dataDir, 'public', 'tree')
  return [...openStore(dataDir).trees.walk(live.roots.tree)]
    .filter(
      (f) => !existsSync(path.join(tree, f.path)) || sha256(readFileSync(path.join(tree, f.path))) !== f.blob,
    )
    .map((f) => f.path)
}
