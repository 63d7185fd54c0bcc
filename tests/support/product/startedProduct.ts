import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { type RunState, runState } from '../../../scripts/processes/children/runState.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

export type Started = {
  npm: ChildProcess
  /** Everything written so far. */
  stdout: () => string
  stderr: () => string
  /** Exit code, when it has ended; null for a signal. */
  ended: Promise<number | null>
}

/** Runs `npm start` as a person would. */
export function npmStart(env: Record<string, string>, args: string[] = []): Started {
  const npm = spawn('npm', ['start', '--', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  npm.stdout.on('data', (data) => {
    stdout += data
  })
  npm.stderr.on('data', (data) => {
    stderr += data
  })
  const ended = new Promise<number | null>((resolve) => npm.on('close', resolve))
  return { npm, stdout: () => stdout, stderr: () => stderr, ended }
}

/** Waits for the READY line. Throws with all that was said when the product ends before. */
export async function ready(started: Started): Promise<{ site: string; admin: string }> {
  let code: number | null | undefined
  started.ended.then((given) => {
    code = given
  })
  for (;;) {
    const match = /^READY site=(\S+) admin=(\S+)$/m.exec(started.stdout())
    if (match?.[1] && match[2]) return { site: match[1], admin: match[2] }
    if (code !== undefined) throw new Error(`ended with ${code}:\n${started.stdout()}\n${started.stderr()}`)
    await pause(100)
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export function readRun(dataDir: string): RunState {
  return runState.parse(JSON.parse(readFileSync(path.join(dataDir, 'run.json'), 'utf8')))
}

/** Waits until something holds; false when it does not within the time. */
export async function within(ms: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await pause(50)) if (await holds()) return true
  return false
}

/** A process that has ended is gone even while nobody has collected it. */
export function isRunning(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  try {
    return existsSync(file) && !/\) [ZX] /.test(readFileSync(file, 'utf8'))
  } catch {
    return false
  }
}

/** Parent of a process. */
export function parentOf(pid: number): number {
  return Number(/\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
}

/** Two ports that nobody listens on at this moment. */
export async function freePorts(): Promise<{ SITE_PORT: string; CMS_PORT: string }> {
  const servers = await Promise.all(
    [0, 0].map(
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server))
        }),
    ),
  )
  const [site, cms] = servers.map((server) => {
    const address = server.address()
    server.close()
    return typeof address === 'object' && address ? String(address.port) : ''
  })
  return { SITE_PORT: site ?? '', CMS_PORT: cms ?? '' }
}
