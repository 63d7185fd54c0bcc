import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { childEnvironment, ROOT } from '../command/environment.ts'
import { LogFile } from './logFile.ts'
import { processorWait } from './processorWait.ts'
import { childArguments, type Report, report } from './task.ts'
import type { Watch } from './watch.ts'

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** A child that lived this long starts with the short pause again. */
const STEADY_MS = 60_000

export type ChildEvents = {
  started: (pid: number) => void
  said: (report: Report) => void
  /** It ended by itself; it is started again after `pauseMs` unless `stop` was called. */
  died: (how: string, pauseMs: number) => void
  /** It no longer answered and is ended now; `died` follows. */
  silent: (step: string) => void
}

/**
 * A server that is kept running: when it dies alone it is started again after a growing pause. One that is watched is
 * ended when it no longer answers.
 */
export class Child {
  readonly name: string
  private readonly args: string[]
  private readonly dataDir: string
  private readonly events: ChildEvents
  private readonly trusted: boolean
  private readonly watch: Watch | null
  private looking: NodeJS.Timeout | undefined
  private process: ChildProcess | null = null
  private pause = FIRST_PAUSE_MS
  private timer: NodeJS.Timeout | undefined
  private stopped = false
  log = ''

  /**
   * @param trusted whether it may know what opens the newsroom and its database
   * @param watch ends it when it no longer answers; null for one that is not watched
   */
  constructor(
    name: string,
    args: string[],
    dataDir: string,
    events: ChildEvents,
    { trusted, watch }: { trusted: boolean; watch: Watch | null },
  ) {
    this.name = name
    this.args = args
    this.dataDir = dataDir
    this.events = events
    this.trusted = trusted
    this.watch = watch
    if (watch) this.looking = setInterval(() => this.look(watch), watch.every)
    this.start()
  }

  get pid(): number | undefined {
    return this.process?.pid
  }

  /** The last lines of its log. */
  lastWords(): string {
    return readFileSync(this.log, 'utf8').slice(-4_000)
  }

  private start(): void {
    const log = new LogFile(this.dataDir, this.name)
    this.log = log.file
    const began = Date.now()
    this.watch?.begin()
    const child = spawn(process.execPath, childArguments(this.args), {
      cwd: ROOT,
      env: childEnvironment({}, this.trusted),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => log.write(data))
    this.process = child
    child.on('message', (message) => {
      const said = report.safeParse(message)
      if (!said.success) return
      if (said.data.beat !== undefined) this.watch?.heard(said.data.beat)
      this.events.said(said.data)
    })
    child.on('error', () => undefined)
    child.on('exit', (code, signal) => {
      if (this.stopped) return
      if (Date.now() - began > STEADY_MS) this.pause = FIRST_PAUSE_MS
      const pause = this.pause
      this.pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
      this.timer = setTimeout(() => this.start(), pause)
      this.events.died(signal ?? `退出码 ${code}`, pause)
    })
    if (child.pid) this.events.started(child.pid)
  }

  private look(watch: Watch): void {
    const child = this.process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const step = watch.look(child.pid === undefined ? 0 : processorWait(child.pid))
    if (step === null) return
    this.events.silent(step)
    child.kill('SIGKILL')
    watch.begin()
  }

  /** Tells it to stop and waits; after `patienceMs` it is ended. */
  async stop(patienceMs: number): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    clearInterval(this.looking)
    const child = this.process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    await new Promise<void>((resolve) => {
      const hard = setTimeout(() => child.kill('SIGKILL'), patienceMs)
      child.once('exit', () => {
        clearTimeout(hard)
        resolve()
      })
      child.kill('SIGTERM')
    })
  }
}
