// npm run release [-- --full]: 0 live, 10 refused by a check, 11 no answer in 60 s.
import { argumentsOrEnd } from './processes/command/commandArguments.ts'
import { readProcessEnvironment } from './processes/command/environment.ts'
import { ReleaseRefused } from './release/make/releaseRefused.ts'
import { Leaseholder } from './release/newsroom/leaseholder.ts'
import { openNewsroom } from './release/newsroom/newsroom.ts'
import { loadRenderer } from './release/pages/renderer.ts'
import { homeOf } from './release/publisher/home.ts'
import { Publisher } from './release/publisher/publisher.ts'
import { publisherLocks, takePublisherLocks } from './release/publisher/publisherLocks.ts'
import { RequestBox } from './release/publisher/requests.ts'
import { NO_FENCE } from './release/store/fence.ts'
import { openStore } from './release/store/store.ts'
import { liveRelease } from './release/store/switchRelease.ts'
import { StatusFile } from './release/told/status.ts'

const ANSWER_WITHIN = 60_000
const { dataDir, databaseFile } = readProcessEnvironment()
const { full = false } = argumentsOrEnd({
  usage: 'npm run release [-- --full]',
  options: { full: { type: 'boolean' } },
}).values
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

function sayLive(message: string): void {
  const live = liveRelease(dataDir)
  console.log(`现行版本 ${live?.release.id ?? '（没有）'}，${live?.release.liveSince ?? ''} 起`)
  if (message) console.log(`没有上线的记录：\n${message}`)
}

async function askRunningPublisher(): Promise<number> {
  const box = new RequestBox(dataDir)
  const id = box.ask(full)
  for (const until = Date.now() + ANSWER_WITHIN; Date.now() < until; await sleep(100)) {
    const answer = box.answerTo(id)
    if (!answer) continue
    if (answer.code === 0) sayLive(answer.message)
    else console.error(`没有发布：${answer.message}`)
    return answer.code
  }
  console.error('60 秒没有答复：发布进程还在忙，请看后台的发布状态或 DATA_DIR/logs/publisher.log')
  return 11
}

async function releaseHere(): Promise<number> {
  const { newsroom, lease, close } = await openNewsroom()
  try {
    const holder = lease && (await Leaseholder.tryNow(lease, homeOf(dataDir)))
    if (lease && !holder) {
      console.error('另一台机器在发布：请在那台机器上运行这个命令')
      return 11
    }
    holder?.keepAlive(() => {})
    const { renderer, code } = await loadRenderer()
    const status = new StatusFile(dataDir)
    const effects = { now: () => new Date(), progress: (words: string) => console.log(words), step: () => {} }
    const o = {
      dataDir,
      store: openStore(dataDir),
      renderer,
      code,
      effects,
      fence: holder ?? NO_FENCE,
      log: (line: string) => console.log(line),
    }
    const publisher = await Publisher.open(o, newsroom, status)
    try {
      await publisher.compare(full || publisher.isOutdated())
      await publisher.followWithSearch()
      sayLive(
        publisher
          .heldBack()
          .map((p) => `${p.key}：${p.reason}`)
          .join('\n'),
      )
      return 0
    } catch (error) {
      publisher.failed(error)
      console.error(`没有发布：${error instanceof Error ? error.message : String(error)}`)
      return error instanceof ReleaseRefused ? 10 : 1
    } finally {
      await holder?.end().catch(() => {})
    }
  } finally {
    await close()
  }
}

const locks = takePublisherLocks(publisherLocks(dataDir, databaseFile))
const code = locks ? await releaseHere() : await askRunningPublisher()
locks?.release()
process.exit(code)
