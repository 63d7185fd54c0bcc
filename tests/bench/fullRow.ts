import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { childArguments } from '../../scripts/processes/children/task.ts'
import { childEnvironment, ROOT } from '../../scripts/processes/command/environment.ts'
import type { FollowerKind } from '../../scripts/release/workers/followers.ts'
import { type BenchFigure, summary } from './measure.ts'
import { watchTree } from './processTree.ts'
import type { RowOptions } from './rows.ts'

/** What the task of a release says at its end, in milliseconds. */
const said = z.object({ open: z.number(), release: z.number(), rendered: z.number(), silence: z.number() })

/** A release of everything from an empty store, and another one when nothing has changed. */
export async function fullRow({ size, dataDir, say }: RowOptions): Promise<BenchFigure[]> {
  const figures: BenchFigure[] = []
  const push = (what: string, unit: string, value: number, target?: number) => {
    figures.push({
      row: 'full',
      size,
      what,
      unit,
      ...summary([value]),
      ...(target === undefined ? {} : { target }),
    })
    say(`${size} 件：${what} ${figures.at(-1)?.median} ${unit}`)
  }
  for (const name of ['store', 'releases', 'public', 'publisher-working'])
    rmSync(path.join(dataDir, name), { recursive: true, force: true })
  const first = await release(dataDir, ['--full'])
  push('全部发布', '秒', first.said.release / 1000, size >= 100_000 ? 300 : undefined)
  push('全部发布：页数', '页', first.said.rendered)
  push('全部发布：处理器时间', '秒', first.cpuSeconds)
  push('全部发布：进程树的内存', 'MB', first.peakMB, 2048)
  push('全部发布：发布进程最长没有动静', '秒', first.said.silence / 1000, 10)
  const bytes = () => bytesOf(path.join(dataDir, 'store'))
  push('全部发布：仓里的字节', 'MB', bytes() / 1e6)
  const isLarge = size >= 100_000
  for (const { kind, what, seconds, megabytes } of [
    { kind: 'index', what: '整个搜索索引', seconds: isLarge ? 60 : undefined, megabytes: 2048 },
    { kind: 'tables', what: '整张的长表', seconds: undefined, megabytes: undefined },
    { kind: 'pagefind', what: 'Pagefind 索引', seconds: undefined, megabytes: 4096 },
  ] satisfies {
    kind: FollowerKind
    what: string
    seconds?: number | undefined
    megabytes?: number | undefined
  }[]) {
    const followed = await release(dataDir, [`--follow=${kind}`])
    push(what, '秒', followed.said.release / 1000, seconds)
    push(`${what}：处理器时间`, '秒', followed.cpuSeconds)
    push(`${what}：进程树的内存`, 'MB', followed.peakMB, megabytes)
  }
  const before = bytes()
  const again = await release(dataDir, [])
  push('没有改动再发布一次', '秒', again.said.release / 1000, size <= 3000 ? 0.5 : isLarge ? 10 : undefined)
  push('没有改动再发布一次：最长没有动静', '秒', again.said.silence / 1000, 10)
  push('没有改动再发布一次：打开', '秒', again.said.open / 1000)
  push('没有改动再发布一次：写的字节', 'MB', (bytes() - before) / 1e6)
  push('没有改动再发布一次：处理器时间', '秒', again.cpuSeconds)
  push('没有改动再发布一次：进程树的内存', 'MB', again.peakMB, 2048)
  return figures
}

/** Runs the task of a release to its end. Throws its last words when it fails. */
async function release(
  dataDir: string,
  args: string[],
): Promise<{ said: z.infer<typeof said>; cpuSeconds: number; peakMB: number }> {
  const child = spawn(process.execPath, childArguments(['tests/bench/release.ts', ...args]), {
    cwd: ROOT,
    env: childEnvironment({ DATA_DIR: dataDir, DATABASE_URL: '' }),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const watched = watchTree(child.pid as number)
  let words = ''
  child.stderr?.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-2000)
  })
  let result: z.infer<typeof said> | null = null
  child.on('message', (message) => {
    const parsed = said.safeParse(message)
    if (parsed.success) result = parsed.data
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  const used = watched.stop()
  if (code !== 0 || !result) throw new Error(`没有发布：${words}`)
  return { said: result, ...used }
}

/** Bytes of all files below a folder; a file with several names counts once. */
export function bytesOf(folder: string): number {
  if (!existsSync(folder)) return 0
  const seen = new Set<number>()
  let sum = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const { size, ino } = statSync(path.join(entry.parentPath, entry.name))
    if (!seen.has(ino)) sum += size
    seen.add(ino)
  }
  return sum
}
