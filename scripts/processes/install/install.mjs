import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What a complete installation and its builds need at least, in bytes. */
const NEEDED_FOR_INSTALL = 2_500_000_000
const LINE_EVERY_MS = 5_000

/** A step that cannot go on: the sentence for people and the exit code of the product. */
export class InstallRefused extends Error {
  /** @param {string} sentence @param {2 | 5} code */
  constructor(sentence, code) {
    super(sentence)
    this.code = code
  }
}

/**
 * Brings `node_modules` to the state of package-lock.json, and says what it does while it lasts. Runs on any Node ≥ 20.
 * Does nothing when the lock file is the one that was installed last.
 * @param {string} root repository root
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} say
 * @throws {InstallRefused} code 2 when npm fails, code 5 when the disk is full
 */
export async function ensureInstalled(root, env, say) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const mark = path.join(root, 'node_modules', '.installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  const { bavail, bsize } = statfsSync(root)
  if (bavail * bsize < NEEDED_FOR_INSTALL)
    throw new InstallRefused(
      `磁盘空间不够：安装要 2.5 GB，${root} 所在的盘只剩 ${(bavail * bsize) / 1e9} GB。请腾出空间再试`,
      5,
    )
  rmSync(mark, { force: true })
  await runNpm(root, env, say)
  writeFileSync(mark, lock)
}

/** @param {string} root @param {NodeJS.ProcessEnv} env @param {(line: string) => void} say */
async function runNpm(root, env, say) {
  const { NODE_ENV: _, ...rest } = env
  const began = Date.now()
  say('安装依赖（第一次约一分钟）…')
  const npm = spawn(
    'npm',
    [
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--fetch-retry-maxtimeout=15000',
    ],
    {
      cwd: root,
      env: rest,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [npm.stdout, npm.stderr])
    stream.on('data', (data) => {
      output = (output + data).slice(-20_000)
    })
  const timer = setInterval(
    () => say(`安装依赖…… 已 ${Math.round((Date.now() - began) / 1000)} 秒`),
    LINE_EVERY_MS,
  )
  const end = (/** @type {NodeJS.Signals} */ signal) => npm.kill(signal)
  const signals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, end)
  const code = await new Promise((resolve) => {
    npm.on('error', (error) => {
      output += error.message
      resolve(127)
    })
    npm.on('close', resolve)
  })
  clearInterval(timer)
  for (const signal of signals) process.off(signal, end)
  if (code === 0) return say(`依赖已装好，用时 ${Math.round((Date.now() - began) / 1000)} 秒`)
  throw refusal(output)
}

/** @param {string} output */
function refusal(output) {
  if (/ENOSPC/.test(output))
    return new InstallRefused('磁盘空间不够，依赖没有装完。请腾出至少 2.5 GB 再试', 5)
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output))
    return new InstallRefused(
      '连不上软件包仓库，依赖没有装完。请检查网络或 npm 的 registry、proxy 设置再试',
      2,
    )
  const last = output.trim().split('\n').slice(-8).join('\n')
  return new InstallRefused(`npm ci 没有成功，依赖没有装完：\n${last}`, 2)
}

/**
 * The Node that runs the product: the one that was installed with the lock file, otherwise the running one from 24 on.
 * @param {string} root
 * @returns {string} path of the executable
 * @throws {InstallRefused} code 2 when there is neither
 */
export function productNode(root) {
  const own = path.join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')
  if (process.platform === 'linux' && existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new InstallRefused(
    process.platform === 'win32'
      ? '请在 WSL（Windows 的 Linux 子系统）里运行'
      : `需要 Node 24 或更新的版本，这里是 ${process.versions.node}。请安装后再试`,
    2,
  )
}
