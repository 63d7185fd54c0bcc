import { spawn } from 'node:child_process'
import { z } from 'zod'
import { childArguments } from '../../scripts/processes/children/task.ts'
import { childEnvironment, ROOT } from '../../scripts/processes/command/environment.ts'
import { type BenchFigure, summary } from './measure.ts'
import { watchTree } from './processTree.ts'
import type { RowOptions } from './rows.ts'

/** What the task of an import says at its end: seconds, rows in a second, milliseconds. */
const said = z.object({
  dry: z.number(),
  plainPerSecond: z.number(),
  all: z.number(),
  commitPerSecond: z.number(),
  longest: z.number(),
})

/** Rows for which times are promised, in seconds. */
const PROMISED_ROWS = 50_000
const PROMISED = { dry: 60, all: 480, megabytes: 1024, turn: 1000 }

/** An import of as many rows as the newsroom has cases, its dry run, and plain creates in the same process. */
export async function importRow({ size, dataDir, say }: RowOptions): Promise<BenchFigure[]> {
  const child = spawn(process.execPath, childArguments(['tests/bench/importing.ts', String(size)]), {
    cwd: ROOT,
    env: childEnvironment({ DATA_DIR: dataDir, DATABASE_URL: '' }),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let words = ''
  let told: unknown
  child.stderr?.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-2000)
  })
  child.on('message', (message) => {
    told = message
  })
  const watched = watchTree(child.pid as number)
  const code = await new Promise((resolve) => child.on('close', resolve))
  const { peakMB, cpuSeconds } = watched.stop()
  if (code !== 0) throw new Error(`导入没有成功：${words}`)
  const { dry, all, plainPerSecond, commitPerSecond, longest } = said.parse(told)
  const figures: BenchFigure[] = []
  const push = (what: string, unit: string, value: number, target?: number) => {
    const isPromised = target !== undefined && size <= PROMISED_ROWS
    figures.push({ row: 'import', size, what, unit, ...summary([value]), ...(isPromised ? { target } : {}) })
    say(`${size} 行：${what} ${figures.at(-1)?.median} ${unit}`)
  }
  push('导入：试读', '秒', dry, PROMISED.dry)
  push('导入：连试读', '秒', all, PROMISED.all)
  push('导入：写入和公开', '行/秒', commitPerSecond)
  push('Local API 一条条新建', '行/秒', plainPerSecond)
  push('导入：别人最多等', '毫秒', longest, PROMISED.turn)
  push('导入：进程树的内存', 'MB', peakMB, PROMISED.megabytes)
  push('导入：处理器时间', '秒', cpuSeconds)
  return figures
}
