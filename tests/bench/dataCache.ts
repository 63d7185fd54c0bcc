import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runTask } from '../../scripts/processes/children/task.ts'
import { ROOT } from '../../scripts/processes/command/environment.ts'
import { buildKey } from '../../scripts/processes/install/buildKey.ts'

/** What the rows of a newsroom are made from: when it changes, a kept newsroom is no longer the right one. */
const MATERIAL = ['content/sample', 'content/seed', 'cms/src/migrations']
const CACHE = path.join(ROOT, '.cache', 'bench')

/**
 * A folder with a newsroom of so many cases, loaded once through the loader of the CMS and kept.
 * @param say progress, one line at a time
 * @throws in words when loading fails
 */
export async function loadedNewsroom(size: number, say: (line: string) => void): Promise<string> {
  const folder = path.join(CACHE, `${size}-${buildKey(ROOT, MATERIAL).slice(0, 12)}`)
  if (existsSync(folder)) return folder
  const making = `${folder}.making`
  mkdirSync(making, { recursive: true })
  let told = 0
  const end = await runTask({
    name: 'load',
    args: ['tests/bench/load.ts', String(size)],
    dataDir: making,
    env: { DATA_DIR: making, DATABASE_URL: '' },
    onReport: ({ progress }) => {
      if (progress && Date.now() - told > 5000) {
        told = Date.now()
        say(`装入 ${size} 件：${progress}`)
      }
    },
  })
  // What was loaded stays: the next run goes on from there.
  if (end.code !== 0) throw new Error(`没有装好 ${size} 件的数据：${end.output.trim().split('\n').at(-1)}`)
  renameSync(making, folder)
  return folder
}

/** A copy of a kept newsroom, to be worked on. */
export function copyOf(folder: string, to: string): string {
  rmSync(to, { recursive: true, force: true })
  cpSync(folder, to, { recursive: true })
  return to
}
