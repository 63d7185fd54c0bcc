// The publisher: the one process that makes releases. It is started by start.ts and tells it how far it is.
import { join } from 'node:path'
import { readProcessEnvironment } from './processes/environment.ts'
import { takeLock } from './processes/lock.ts'
import { collectGarbage } from './release/collectGarbage.ts'
import { openNewsroom } from './release/newsroom.ts'
import { Publisher } from './release/publisher.ts'
import { publishForever } from './release/publishLoop.ts'
import { loadRenderer } from './release/renderer.ts'
import { RequestBox } from './release/requests.ts'
import { StatusFile } from './release/status.ts'
import { openStore } from './release/store.ts'
import { healStore, WorkMark } from './release/verifyStore.ts'

const { dataDir } = readProcessEnvironment()
const say = (report: object) => process.send?.(report)
const log = (line: string) => console.log(`${new Date().toISOString()} ${line}`)
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

let stopped = false

let lock = takeLock(join(dataDir, 'publisher.lock'))
if (!lock) {
  say({ progress: '另一个发布进程正在工作，等它结束' })
  log('另一个发布进程拿着 publisher.lock，等它结束')
}
while (!lock) {
  await sleep(500)
  lock = takeLock(join(dataDir, 'publisher.lock'))
}

const mark = new WorkMark(dataDir)
const store = openStore(dataDir)
const damaged = mark.wasLeft() ? healStore(store) : 0
if (damaged > 0) log(`上次不是正常停的，有 ${damaged} 个文件不完整：全部重做`)
mark.set()
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    mark.clear()
    process.exit(0)
  })

const { newsroom, close } = await openNewsroom()
const { renderer, code } = await loadRenderer()
const status = new StatusFile(dataDir)
const effects = {
  now: () => new Date(),
  progress: (words: string) => {
    status.set({ state: 'running', progress: words })
    say({ progress: words })
  },
  step: () => {},
}
const publisher = await Publisher.open(
  { dataDir, store, renderer, code, effects, log, damaged: damaged > 0 },
  newsroom,
  status,
)

if (publisher.isLive()) say({ ready: true })
try {
  await publisher.compare(publisher.isOutdated())
  say({ ready: true })
} catch (error) {
  publisher.failed(error)
  log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  if (!publisher.isLive()) say({ refused: error instanceof Error ? error.message : String(error), code: 7 })
}

/** Every so many releases the store is tidied. */
const TIDY_EVERY = 25
let releases = 0
function tidy(): void {
  if (++releases % TIDY_EVERY !== 0) return
  const { releases: gone, files, bytes } = collectGarbage(dataDir, store)
  log(`清理：${gone} 个旧版本，${files} 个文件，${Math.round(bytes / 1e6)} MB`)
}

await publishForever(publisher, new RequestBox(dataDir), {
  sleep,
  now: Date.now,
  stopped: () => stopped,
  log,
  tidy,
  outboxState: async () => (await newsroom.readOutbox()).map((r) => r.id).join(' '),
})
stopped = true
await close()
