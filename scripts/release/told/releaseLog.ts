import { appendFileSync } from 'node:fs'
import { z } from 'zod'
import { logPath } from '../../processes/children/logFile.ts'
import { FOLLOWER_KINDS } from '../workers/followers.ts'

/** One line of `DATA_DIR/logs/releases.log`: what a release was and what it cost. */
export const releaseEntry = z.object({
  /** When it became the public state, ISO 8601. */
  at: z.string(),
  release: z.string(),
  /** `pages`, or what a later switch brought: the settled index, the whole files of long tables, Pagefind's index. */
  kind: z.enum(['pages', ...FOLLOWER_KINDS]),
  /** Records that changed. */
  changes: z.number(),
  views: z.number(),
  rendered: z.number(),
  /** Bytes of new files in the store, compressed twins included. */
  bytes: z.number(),
  /** Milliseconds by step, in order. */
  steps: z.record(z.string(), z.number()),
  /** The longest time in which the publisher gave no beat since the release before it, in milliseconds; absent where none is given. */
  silence: z.number().optional(),
})
export type ReleaseEntry = z.infer<typeof releaseEntry>

/** Appends a release to the log of releases, one JSON object a line. */
export function logRelease(dataDir: string, entry: ReleaseEntry): void {
  appendFileSync(logPath(dataDir, 'releases'), `${JSON.stringify(entry)}\n`)
}

/** What a release cost, for the publisher's log. */
export function costWords({ changes, views, rendered, bytes, steps, silence }: ReleaseEntry): string {
  const times = Object.entries(steps).map(([name, ms]) => `${name} ${ms}`)
  const quiet = silence === undefined ? '' : `；最长 ${silence} 毫秒没有动静`
  return `改动 ${changes} 处，算了 ${views} 页，写了 ${rendered} 页，新文件 ${Math.round(bytes / 1000)} kB；毫秒：${times.join('，')}${quiet}`
}
