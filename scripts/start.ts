import path from 'node:path'
import { finishRestore } from './backups/finishRestore.ts'
import { CONTENTS } from './content/contentMark.ts'
import { Household } from './processes/children/household.ts'
import { takeLock } from './processes/children/lock.ts'
import { LogFile } from './processes/children/logFile.ts'
import { readRunState, removeRunState } from './processes/children/runState.ts'
import { endTasks } from './processes/children/task.ts'
import { commandArguments } from './processes/command/commandArguments.ts'
import { type ProcessEnvironment, readProcessEnvironment } from './processes/command/environment.ts'
import { productVersion } from './processes/command/productVersion.ts'
import { EXIT, Refusal } from './processes/command/refusal.ts'
import { makeSteps } from './processes/command/steps.ts'
import { buildCms, buildRenderer } from './processes/install/builds.ts'
import { planDatabase, prepareData } from './processes/install/data.ts'
import { hasMemoryForBoth, prepareDataDir } from './processes/install/machine.ts'
import { refuseTakenPorts } from './processes/install/ports.ts'

// Whatever this product and its children write is for its own account alone.
process.umask(0o077)

const say = (line: string) => console.log(line)
const steps = makeSteps({ say, now: Date.now })

/** Everything between the command and READY, in order; throws a Refusal where it cannot go on. */
async function start(environment: ProcessEnvironment, content: string | null): Promise<void> {
  const { dataDir } = environment
  prepareDataDir(dataDir)
  const lock = takeLock(path.join(dataDir, 'start.lock'))
  if (!lock) throw alreadyRunning(dataDir)
  removeRunState(dataDir)
  await refuseTakenPorts(environment.HOST, [
    { name: 'SITE_PORT', port: environment.SITE_PORT },
    { name: 'CMS_PORT', port: environment.CMS_PORT },
  ])
  const restored = await finishRestore(dataDir, environment.DATABASE_URL)
  if (restored) say(`  上次恢复停在一半，已经做完：${restored.backup}`)
  const plan = planDatabase(environment)

  const log = new LogFile(dataDir, 'start')
  const record = (line: string) => log.write(`${new Date().toISOString()} ${line}\n`)
  const household = new Household(environment, record)
  stopping.push(async () => {
    await household.stop()
    removeRunState(dataDir)
    lock.release()
  })

  // What is already public is served while the rest is prepared.
  await household.start('site')
  const lines: string[] = []
  const data = () =>
    prepareData(environment, plan, content, {
      steps,
      say,
      announce: (line) => lines.push(line),
      now: () => new Date(),
    })
  const builds = async () => {
    await buildRenderer(steps, dataDir)
    await buildCms(steps, dataDir)
  }
  if (hasMemoryForBoth()) await both(data(), builds())
  // What can be refused comes first.
  else await data().then(builds)

  await both(
    steps.run('启动编辑部', (note) => household.start('cms', note)),
    steps.run('核对并发布', (note) => household.start('publisher', note)),
  )
  await household.declareReady(productVersion())
  for (const line of lines) say(line)
  say(`READY site=${environment.site} admin=${environment.cms}/admin`)
}

function alreadyRunning(dataDir: string): Refusal {
  const running = readRunState(dataDir)
  return new Refusal(
    running
      ? `这个 DATA_DIR（${dataDir}）已经在运行：网站 ${running.site}，编辑部 ${running.admin}，进程 ${running.pid}`
      : `这个 DATA_DIR（${dataDir}）正在被另一个启动使用：请等它就绪，或先停掉它`,
    EXIT.taken,
  )
}

/** Waits for both; the first failure counts, at once. */
async function both(first: Promise<void>, second: Promise<void>): Promise<void> {
  await Promise.all([first, second])
}

/** The content that is asked for, or null. */
function contentArgument(): string | null {
  const usage = `npm start [-- --content=${CONTENTS.join('|')}]`
  const { values } = commandArguments({ usage, options: { content: { type: 'string' } }, code: EXIT.data })
  if (values.content === undefined) return null
  if (!(CONTENTS as readonly string[]).includes(values.content))
    throw new Refusal(`--content 只能是 ${CONTENTS.join('、')}：写的是 ${values.content}`, EXIT.data)
  return values.content
}

const stopping: (() => Promise<void>)[] = []
let isStopping = false

async function stop(code: number): Promise<void> {
  if (isStopping) return
  isStopping = true
  endTasks()
  for (const each of stopping) await each()
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(EXIT.stopped))
process.on('disconnect', () => stop(EXIT.stopped))

try {
  await start(readProcessEnvironment(), contentArgument())
} catch (error) {
  if (!isStopping) {
    console.error(error instanceof Refusal || isAboutEnvironment(error) ? error.message : error)
    await stop(error instanceof Refusal ? error.code : EXIT.unexpected)
  }
}

function isAboutEnvironment(error: unknown): error is Error {
  return error instanceof Error && error.message.startsWith('环境变量')
}
