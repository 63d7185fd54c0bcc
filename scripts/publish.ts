// The publisher: the one process that makes releases. It is started by start.ts and tells it how far it is.
import { join } from 'node:path'
import { readProcessEnvironment } from './processes/environment.ts'
import { takeLock } from './processes/lock.ts'
import { openNewsroom } from './release/newsroom.ts'
import { Publisher } from './release/publisher.ts'
import { publishForever } from './release/publishLoop.ts'
import { loadRenderer } from './release/renderer.ts'
import { RequestBox } from './release/requests.ts'
import { StatusFile } from './release/status.ts'
import { openStore } from './release/store.ts'

const { dataDir } = readProcessEnvironment()
const say = (report: object) => process.send?.(report)
const log = (line: string) => console.log(`${new Date().toISOString()} ${line}`)
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

let stopped = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0))

let lock = takeLock(join(dataDir, 'publisher.lock'))
if (!lock) {
  say({ progress: '另一个发布进程正在工作，等它结束' })
  log('另一个发布进程拿着 publisher.lock，等它结束')
}
while (!lock) {
  await sleep(500)
  lock = takeLock(join(dataDir, 'publisher.lock'))
}

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
  { dataDir, store: openStore(dataDir), renderer, code, effects, log },
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

await publishForever(publisher, new RequestBox(dataDir), {
  sleep,
  now: Date.now,
  stopped: () => stopped,
  log,
  outboxState: async () => (await newsroom.readOutbox()).map((r) => r.id).join(' '),
})
stopped = true
await close()
