import { setTimeout as pause } from 'node:timers/promises'
import type { ProcessEnvironment } from '../command/environment.ts'
import { EXIT, type ExitCode, Refusal, refusalOf } from '../command/refusal.ts'
import { Child, type ChildEvents } from './child.ts'
import { OnDemand } from './onDemand.ts'
import { type RunState, readRunState, writeRunState } from './runState.ts'
import { leaveStuck } from './stuckMark.ts'
import { Watch } from './watch.ts'

/** How often a child may die before its first success; after that the start gives up. */
const DEATHS_BEFORE_READY = 3
/** Children that were told to stop are ended after this, in milliseconds. */
const PATIENCE_MS = 1_200
const LOOK_EVERY_MS = 100

type Name = Exclude<keyof RunState['children'], 'rehearsal'>
const ARGS: Record<Name, string[]> = {
  site: ['scripts/serve.ts'],
  cms: ['scripts/newsroom.ts'],
  publisher: ['scripts/publish.ts'],
}
const WORDS: Record<Name, { what: string; code: ExitCode }> = {
  site: { what: '启动网站', code: EXIT.taken },
  cms: { what: '启动编辑部', code: EXIT.build },
  publisher: { what: '发布第一个版本', code: EXIT.release },
}

/** What would change is found out by a process of its own, which may take as much memory as the world of 100,000 cases. */
const REHEARSAL = { name: 'rehearsal', args: ['--max-old-space-size=1600', 'scripts/rehearse.ts'] } as const

/** The three processes of a running product, and the one that runs while it is used. `note` hears what they are doing, `record` what an operator may ask about later. */
export class Household {
  private readonly children = new Map<Name, Child>()
  private readonly deaths = new Map<Name, number>()
  private isReady = false
  private isStandby = false
  private readonly environment: ProcessEnvironment
  private readonly record: (line: string) => void
  private readonly rehearsal: OnDemand

  constructor(environment: ProcessEnvironment, record: (line: string) => void) {
    this.environment = environment
    this.record = record
    this.rehearsal = new OnDemand({
      ...REHEARSAL,
      dataDir: environment.dataDir,
      record,
      runs: (pid) => this.updateRunState('rehearsal', pid),
    })
  }

  /**
   * Starts a child and waits until it answers as it should.
   * @throws {Refusal} what it refused with, or its last words when it keeps dying before the product is ready
   */
  async start(name: Name, note: (words: string) => void = () => undefined): Promise<void> {
    let refusal: Refusal | null = null
    let ready = false
    const events: ChildEvents = {
      started: (pid) => {
        this.record(`${name} 已启动，进程 ${pid}`)
        this.updateRunState(name, pid)
      },
      said: (said) => {
        if (said.progress) note(said.progress)
        if (said.refused)
          refusal = new Refusal(
            `${WORDS[name].what}没有成功：${said.refused}`,
            (said.code as ExitCode | undefined) ?? WORDS[name].code,
          )
        if (said.ready) ready = true
        if (said.standby) this.isStandby = true
        if (said.wants && name === 'cms') this.rehearsal.wake()
      },
      silent: (step) => {
        this.record(`${name} 没有了反应（${step}），停掉重新启动`)
        leaveStuck(this.environment.dataDir, step)
      },
      died: (how, pauseMs) => {
        this.record(`${name} 自己停了（${how}），${pauseMs} 毫秒后重新启动`)
        const deaths = (this.deaths.get(name) ?? 0) + 1
        this.deaths.set(name, deaths)
        if (this.isReady || refusal || deaths < DEATHS_BEFORE_READY) return
        refusal = refusalOf(WORDS[name].what, child.lastWords(), WORDS[name].code, child.log)
      },
    }
    const child = new Child(name, ARGS[name], this.environment.dataDir, events, {
      // Readers are served files: nothing of the newsroom.
      trusted: name !== 'site',
      watch: name === 'publisher' ? new Watch() : null,
    })
    this.children.set(name, child)
    const answers = async () =>
      name === 'cms' ? (await statusOf(`${this.environment.cms}/api/health`)) === 200 : ready
    while (!(await answers())) {
      if (refusal) throw refusal
      await pause(LOOK_EVERY_MS)
    }
  }

  /** Everything answers: from now on deaths are repaired in silence. Writes run.json. */
  async declareReady(version: string): Promise<void> {
    const status = await statusOf(`${this.environment.site}/`)
    if (status !== 200 && !(this.isStandby && status === 503))
      throw new Refusal(
        `网站首页 ${this.environment.site}/ 打不开（${status ?? '没有回应'}）：版本里没有首页`,
        EXIT.release,
      )
    const pidOf = (name: Name) => ({ pid: this.children.get(name)?.pid ?? 0 })
    this.isReady = true
    writeRunState(this.environment.dataDir, {
      pid: process.pid,
      site: this.environment.site,
      admin: `${this.environment.cms}/admin`,
      children: { site: pidOf('site'), cms: pidOf('cms'), publisher: pidOf('publisher') },
      version,
    })
  }

  private updateRunState(name: keyof RunState['children'], pid: number | null): void {
    const state = this.isReady ? readRunState(this.environment.dataDir) : null
    if (!state) return
    const children = { ...state.children, [name]: pid === null ? undefined : { pid } }
    writeRunState(this.environment.dataDir, { ...state, children })
  }

  async stop(): Promise<void> {
    await Promise.all([...this.children.values()].map((child) => child.stop(PATIENCE_MS)))
  }
}

/** Status of an address; null while nothing answers there. */
async function statusOf(address: string): Promise<number | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000), redirect: 'manual' })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return null
  }
}
