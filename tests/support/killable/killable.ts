import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'

/** Sixty children that compile the same code anew would take longer than what they are killed at. */
const COMPILED = path.resolve(import.meta.dirname, '../../../.cache/compiled')

/** A child that a test kills or suspends, with all that it wrote. */
export class Killable {
  readonly process: ChildProcess
  output = ''
  port = 0
  /** A publisher has compared everything and publishes. */
  ready = false
  /** A publisher waits for another machine. */
  standby = false
  readonly gone: Promise<void>

  /** @param file name of a script in this folder */
  constructor(file: string, args: string[] = [], env: Record<string, string> = {}) {
    this.process = fork(path.join(import.meta.dirname, file), args, {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...env },
    })
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (data) => {
        this.output += data
      })
    this.process.on('message', (said: { port?: number; ready?: boolean; standby?: boolean }) => {
      if (said.port) this.port = said.port
      if (said.standby) this.standby = true
      else if (said.ready) this.ready = true
    })
    this.gone = new Promise((resolve) => this.process.once('close', () => resolve()))
  }

  get isGone(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null
  }

  /** Lets a publisher send itself a signal at the nth time that it comes to a named moment. */
  at(step: string, signal: NodeJS.Signals, times = 1): void {
    this.process.send({ step, signal, times })
  }

  async kill(): Promise<void> {
    this.process.kill('SIGCONT')
    this.process.kill('SIGKILL')
    await this.gone
  }
}
