import { spawn } from 'node:child_process'

/** How much of what a program says is kept, in characters; the end is what matters. */
const KEPT = 20_000

/**
 * Runs a program to its end, and ends it when it takes too long or when this process is told to end.
 * @param {number} longest in milliseconds
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, isShown: boolean, say: (line: string) => void }} options
 *   isShown: whether its output goes straight to the terminal
 * @returns {Promise<{ code: number | null, output: string, seconds: string }>}
 */
export function runWithin(longest, program, args, { cwd, env, isShown, say }) {
  const began = Date.now()
  const way = isShown ? 'inherit' : 'pipe'
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', way, way] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      output = (output + data).slice(-KEPT)
    })
  const timer = setTimeout(() => {
    const words = `${args.join(' ')}：${longest / 60_000} 分钟还没有结束，已停掉`
    if (isShown) say(words)
    output += `\n${words}`
    child.kill('SIGKILL')
  }, longest)
  const end = () => child.kill('SIGTERM')
  process.once('SIGTERM', end)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      process.off('SIGTERM', end)
      resolve({ code, output, seconds: ((Date.now() - began) / 1000).toFixed(1) })
    })
  })
}
