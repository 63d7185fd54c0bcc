import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { takeLock } from '../children/lock.ts'
import { runTask } from '../children/task.ts'
import { ROOT } from '../command/environment.ts'
import { EXIT, Refusal, refusalOf } from '../command/refusal.ts'
import type { Steps } from '../command/steps.ts'
import { buildKey } from './buildKey.ts'

/** Two starts on one clone build one after the other; the second then finds the build done. In milliseconds. */
const WAIT_FOR_OTHER_BUILD_MS = 600_000
/** Astro seals island properties with a key; a fixed one keeps two builds of the same sources the same. */
const ASTRO_KEY = Buffer.alloc(32, 'shaoxiang').toString('base64')

const COMMON = [
  'content/domain',
  'content/host',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
] as const

type Build = {
  name: string
  what: string
  sources: readonly string[]
  key: string
  /** Written last by the build: without it the build is not whole, whatever its exit code. */
  last: string
  args: string[]
  env: Record<string, string>
}

const CMS: Build = {
  name: 'build-cms',
  what: '生成编辑部',
  sources: ['cms', ...COMMON],
  key: 'cms/.next/.key',
  last: 'cms/.next/BUILD_ID',
  args: ['node_modules/next/dist/bin/next', 'build', 'cms'],
  // A build signs nothing; the configuration wants a secret to be there.
  env: { PAYLOAD_SECRET: randomBytes(32).toString('hex') },
}
const RENDERER: Build = {
  name: 'build-site',
  what: '生成页面模板',
  sources: ['site', ...COMMON],
  key: 'site/dist/.key',
  last: 'site/dist/server/entry.mjs',
  args: ['node_modules/astro/bin/astro.mjs', 'build', '--root', 'site'],
  env: { ASTRO_KEY },
}

/** Builds the CMS when its sources or the lock file have changed. Throws a Refusal (6, or 5 when the disk is full). */
export const buildCms = (steps: Steps, dataDir: string): Promise<void> => build(CMS, steps, dataDir)

/** Builds the renderer of the public pages when its sources or the lock file have changed. Throws like `buildCms`. */
export const buildRenderer = (steps: Steps, dataDir: string): Promise<void> => build(RENDERER, steps, dataDir)

async function build(given: Build, steps: Steps, dataDir: string): Promise<void> {
  const keyFile = path.join(ROOT, given.key)
  const isDone = (key: string) => existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key
  if (isDone(buildKey(ROOT, given.sources))) return
  await steps.run(given.what, async (note) => {
    const lock = await lockOf(given, note)
    try {
      const key = buildKey(ROOT, given.sources)
      if (isDone(key)) return
      rmSync(keyFile, { force: true })
      const end = await runTask({
        name: given.name,
        args: given.args,
        env: given.env,
        trusted: false,
        dataDir,
      })
      if (end.code !== 0 || !existsSync(path.join(ROOT, given.last)))
        throw refusalOf(given.what, end.output, EXIT.build, end.log)
      mkdirSync(path.dirname(keyFile), { recursive: true })
      writeFileSync(keyFile, key)
    } finally {
      lock.release()
    }
  })
}

async function lockOf(given: Build, note: (words: string) => void): Promise<{ release: () => void }> {
  const until = Date.now() + WAIT_FOR_OTHER_BUILD_MS
  while (Date.now() < until) {
    const lock = takeLock(path.join(ROOT, 'node_modules', `.${given.name}.lock`))
    if (lock) return lock
    note('等另一个启动把它生成完')
    await pause(500)
  }
  throw new Refusal(`${given.what}：另一个启动十分钟还没有生成完。请先停掉它`, EXIT.build)
}
