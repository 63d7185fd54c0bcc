import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type RunState, readRunState } from '../../scripts/processes/children/runState.ts'
import { childArguments } from '../../scripts/processes/children/task.ts'
import { childEnvironment, ROOT } from '../../scripts/processes/command/environment.ts'

export const EDITOR = { email: 'bench@shaoxiang.invalid', password: 'bench-password' }

/** A product that runs: the same processes as `npm start` starts. */
export type Product = { state: RunState; start: ChildProcess; stop: () => Promise<void> }

/**
 * Starts the product on a folder and waits until it is ready.
 * @throws with its last words when it ends before
 */
export async function startProduct(dataDir: string): Promise<Product> {
  const [site, cms] = await Promise.all([freePort(), freePort()])
  const log = path.join(dataDir, 'start.log')
  const descriptor = openSync(log, 'a')
  const start = spawn(process.execPath, childArguments(['scripts/start.ts']), {
    cwd: ROOT,
    env: childEnvironment({
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      HOST: '127.0.0.1',
      SITE_PORT: String(site),
      CMS_PORT: String(cms),
      SITE_URL: '',
      EDITOR_EMAIL: EDITOR.email,
      EDITOR_PASSWORD: EDITOR.password,
    }),
    stdio: ['ignore', descriptor, descriptor, 'ipc'],
  })
  closeSync(descriptor)
  const ended = new Promise<void>((resolve) => start.once('exit', () => resolve()))
  for (;;) {
    const state = readRunState(dataDir)
    if (state && state.pid === start.pid)
      return {
        state,
        start,
        stop: async () => {
          start.kill('SIGTERM')
          await ended
        },
      }
    if (start.exitCode !== null || start.signalCode !== null)
      throw new Error(`产品没有启动：${existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : ''}`)
    await pause(200)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
