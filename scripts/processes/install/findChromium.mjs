import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']
const PACKAGES = ['chromium', 'fonts-noto-cjk']

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, one on PATH, or Debian's, which root may install.
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} say
 * @returns {{ path: string } | { missing: string }} why there is none, in words
 */
export function findChromium(env, say) {
  if (env.CHROMIUM_PATH)
    return existsSync(env.CHROMIUM_PATH)
      ? { path: env.CHROMIUM_PATH }
      : { missing: `CHROMIUM_PATH 指向的 ${env.CHROMIUM_PATH} 不存在` }
  const there = onPath(env)
  if (there) return { path: there }
  if (process.getuid?.() !== 0) return { missing: '没有找到 chromium：请安装它，或用 CHROMIUM_PATH 指明' }
  say('安装 chromium 和中文字体（只在第一次）…')
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES],
  ]) {
    const { status, stderr, error } = spawnSync('apt-get', args, {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      encoding: 'utf8',
    })
    if (status !== 0)
      return { missing: `装不上 chromium：${(stderr || error?.message || '').trim().split('\n').at(-1)}` }
  }
  const installed = onPath(env)
  return installed ? { path: installed } : { missing: '装了 chromium 却没有找到它' }
}

/** @param {NodeJS.ProcessEnv} env */
function onPath(env) {
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find(isExecutable)
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
