import type { Report } from '../../processes/children/task.ts'
import { LEASE_TIMES, Leaseholder, type LeaseStore } from '../newsroom/leaseholder.ts'
import { openNewsroom } from '../newsroom/newsroom.ts'
import { loadRenderer } from '../pages/renderer.ts'
import { type Fence, NO_FENCE } from '../store/fence.ts'
import { openStore } from '../store/store.ts'
import { healStore, WorkMark } from '../store/verifyStore.ts'
import { StatusFile } from '../told/status.ts'
import { collectGarbage } from './collectGarbage.ts'
import { Heartbeat } from './heartbeat.ts'
import { homeOf } from './home.ts'
import { Publisher } from './publisher.ts'
import { type Locks, publisherLocks, takePublisherLocks } from './publisherLocks.ts'
import { publishForever } from './publishLoop.ts'
import { RequestBox } from './requests.ts'
import { erasureOrders, LookedThrough, sweepErased } from './sweepErased.ts'
import { tidying } from './tidying.ts'
import { watchForever } from './watchForever.ts'

export type PublisherProcess = {
  dataDir: string
  /** Absolute path of the SQLite file, or null with MongoDB. */
  databaseFile: string | null
  /** Tells the process that started this one how far it is. */
  say: (report: Report) => void
  log: (line: string) => void
  /** Called at the moments of a release at which a kill must be harmless. */
  step: (name: string) => void
  /** How a lease is kept; other than the product's only where a test cannot wait. */
  leaseTimes?: typeof LEASE_TIMES
}

const LOCK_EVERY = 200
const AN_HOUR = 3_600_000

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/**
 * The life of a publisher: it waits until it is the only one, compares everything with the newsroom, and then
 * publishes what the outbox holds until it is told to stop or another machine has taken its lease. Returns then:
 * whoever wants to publish again starts anew.
 */
export async function runPublisher(o: PublisherProcess): Promise<void> {
  const { dataDir, say, log } = o
  const heart = new Heartbeat(
    (beat) => say({ beat }),
    () => performance.now(),
  )
  heart.start()
  const { newsroom, lease, close } = await openNewsroom()
  const { renderer, code } = await loadRenderer()
  const locks = await untilLocked(o)
  const holder = lease ? await untilHolding(o, lease) : null
  const status = new StatusFile(dataDir)
  const fence: Fence = holder ?? NO_FENCE

  let stopped = false
  holder?.keepAlive(() => {
    stopped = true
    log('另一台机器接手了发布：本机停下来，等着接手')
  }, o.leaseTimes)

  const mark = new WorkMark(dataDir)
  const store = openStore(dataDir)
  const damaged = mark.wasLeft() ? healStore(store, heart.beat) : 0
  if (damaged > 0) log(`上次不是正常停的，有 ${damaged} 个文件不完整：全部重做`)
  mark.set()
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, async () => {
      mark.clear()
      await holder?.end().catch(() => {})
      process.exit(0)
    })

  const effects = {
    now: () => new Date(),
    progress: (words: string) => {
      status.set({ state: 'running', progress: words })
      say({ progress: words, beat: heart.current() })
    },
    step: (name: string) => {
      heart.at(name)
      o.step(name)
    },
    beat: heart.beat,
    longestSilence: () => heart.longestSilence(),
  }
  // What a process left in the middle is whole again before anything is compared.
  await newsroom.settleImports(Date.now()).then(
    (told) => told.forEach(log),
    (error: unknown) => log(`没能收拾没有做完的导入：${String(error)}`),
  )
  const publisher = await Publisher.open(
    { dataDir, store, renderer, code, effects, fence, log, damaged: damaged > 0 },
    newsroom,
    status,
  )
  if (publisher.isLive()) say({ ready: true })
  const compared = await firstComparison(publisher, o)

  const tidy = tidying(
    publisher,
    () => collectGarbage(dataDir, store, () => publisher.following.snapshots()),
    log,
  )
  const looked = new LookedThrough()
  const followers = {
    read: () => publisher.following.snapshots(),
    areCaughtUp: () => publisher.following.isCaughtUp(),
  }
  const sweep = async () => {
    if (erasureOrders(dataDir).length > 0 && (await newsroom.readOutbox()).length === 0)
      tidy.sweep(sweepErased(dataDir, store, followers, looked))
    return []
  }
  const watched = watchForever(
    [
      { what: '收拾没有做完的导入', every: 0, look: newsroom.settleImports },
      { what: '定时发布', every: 0, look: newsroom.publishDue },
      { what: '清回收站', every: AN_HOUR, look: newsroom.clearBin },
      { what: '删旧的导入文件', every: AN_HOUR, look: newsroom.dropOldUploads },
      { what: '从旧版本里清掉彻底清除的', every: 0, look: sweep },
    ],
    { now: Date.now, sleep, stopped: () => stopped, log },
  )
  await publishForever(publisher, new RequestBox(dataDir), {
    sleep,
    now: Date.now,
    stopped: () => stopped,
    log,
    compared,
    tidy: tidy.released,
    isTidying: tidy.isBusy,
    readOutbox: newsroom.readOutbox,
  })
  stopped = true
  await watched
  mark.clear()
  await holder?.end().catch(() => {})
  await close()
  locks.release()
}

/** Compares the live release with the newsroom. Returns whether that worked; readers are served meanwhile. */
async function firstComparison(publisher: Publisher, { say, log }: PublisherProcess): Promise<boolean> {
  try {
    const result = await publisher.compare(publisher.isOutdated())
    say({ ready: true })
    // Meanwhile changes are published as they come.
    if (!result) publisher.warm().catch((error: unknown) => log(`没有热身：${String(error)}`))
    return true
  } catch (error) {
    publisher.failed(error)
    log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    if (!publisher.isLive()) say({ refused: error instanceof Error ? error.message : String(error), code: 7 })
    return false
  }
}

/** Waits until no other publisher works on this machine. The locks live as long as what is returned. */
async function untilLocked({ dataDir, databaseFile, say, log }: PublisherProcess): Promise<Locks> {
  const files = publisherLocks(dataDir, databaseFile)
  let locks = takePublisherLocks(files)
  if (!locks) {
    say({ progress: '另一个发布进程正在工作，等它结束' })
    log(`另一个发布进程拿着 ${files.join('、')}，等它结束`)
  }
  while (!locks) {
    await sleep(LOCK_EVERY)
    locks = takePublisherLocks(files)
  }
  return locks
}

async function untilHolding(o: PublisherProcess, lease: LeaseStore): Promise<Leaseholder> {
  return Leaseholder.acquire(
    lease,
    homeOf(o.dataDir),
    {
      now: () => performance.now(),
      sleep,
      waiting: ({ place }) => {
        const words = `另一台机器在发布（${place}），本机等着接手`
        o.log(words)
        new StatusFile(o.dataDir).set({ state: 'idle', progress: words, reason: null })
        o.say({ progress: words, ready: true, standby: true })
      },
    },
    o.leaseTimes ?? LEASE_TIMES,
  )
}
