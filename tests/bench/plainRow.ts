import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { childEnvironment, ROOT } from '../../scripts/processes/command/environment.ts'
import { bytesOf } from './fullRow.ts'
import { type BenchFigure, summary } from './measure.ts'
import { PLAIN_FILES } from './plainSite.ts'
import { type Used, watchTree } from './processTree.ts'
import type { RowOptions } from './rows.ts'

/** Above so many cases pagefind's command needs more memory than most machines have (2.6 GB at 3,000). */
const MOST_CASES = 5000
const PLAIN = path.join(ROOT, '.cache', 'bench', 'plain')

/** An ordinary `astro build` and `pagefind` over the snapshot of the live release in the folder. */
export async function plainRow({ size, dataDir, say }: RowOptions): Promise<BenchFigure[]> {
  if (size > MOST_CASES) {
    say(`${size} 件：普通的 astro build 和 pagefind 只在 ${MOST_CASES} 件以内比较`)
    return []
  }
  const snapshot = realpathSync(path.join(dataDir, 'public', 'tree', 'data', 'snapshot'))
  layOut()
  const dist = path.join(PLAIN, 'dist')
  const env = { PLAIN_SNAPSHOT: snapshot, NODE_OPTIONS: '--max-old-space-size=8192' }
  const build = await run(['node_modules/astro/bin/astro.mjs', 'build', '--root', PLAIN], env)
  const pages = readdirSync(dist, { recursive: true }).filter((name) => String(name).endsWith('.html')).length
  const index = await run(['node_modules/pagefind/lib/runner/bin.cjs', '--site', dist], {})
  const figures: BenchFigure[] = []
  const push = (what: string, unit: string, value: number) => {
    figures.push({ row: 'plain', size, what, unit, ...summary([value]) })
    say(`${size} 件：${what} ${figures.at(-1)?.median} ${unit}`)
  }
  push('普通的 astro build', '秒', build.seconds)
  push('普通的 astro build：页数', '页', pages)
  push('普通的 astro build：处理器时间', '秒', build.cpuSeconds)
  push('普通的 astro build：进程树的内存', 'MB', build.peakMB)
  push('普通的 pagefind', '秒', index.seconds)
  push('普通的 pagefind：进程树的内存', 'MB', index.peakMB)
  push('普通的 astro build 加 pagefind：写的字节', 'MB', bytesOf(dist) / 1e6)
  rmSync(dist, { recursive: true, force: true })
  return figures
}

/** The product's site beside three files that make it an ordinary one. */
function layOut(): void {
  rmSync(PLAIN, { recursive: true, force: true })
  mkdirSync(PLAIN, { recursive: true })
  for (const name of ['src', 'public'])
    cpSync(path.join(ROOT, 'site', name), path.join(PLAIN, name), { recursive: true })
  rmSync(path.join(PLAIN, 'src', 'render', 'renderer.ts'))
  rmSync(path.join(PLAIN, 'src', 'pages'), { recursive: true })
  for (const [name, text] of Object.entries(PLAIN_FILES)) {
    mkdirSync(path.dirname(path.join(PLAIN, name)), { recursive: true })
    writeFileSync(path.join(PLAIN, name), text)
  }
}

async function run(args: string[], env: Record<string, string>): Promise<Used & { seconds: number }> {
  if (!existsSync(path.join(ROOT, args[0] as string))) throw new Error(`没有 ${args[0]}：请运行 npm ci`)
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: childEnvironment(env),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  child.stderr.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-2000)
  })
  const watched = watchTree(child.pid as number)
  const code = await new Promise((resolve) => child.on('close', resolve))
  const used = watched.stop()
  if (code !== 0) throw new Error(`${args[0]} 没有成功：${words}`)
  return { ...used, seconds: (performance.now() - began) / 1000 }
}
