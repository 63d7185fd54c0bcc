import { spawn } from 'node:child_process'

const SIGNALS = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
/** After this time a program that was told to stop is ended, in milliseconds. */
const PATIENCE_MS = 1_700

/**
 * Runs one program in the foreground and never outlives nor abandons it: signals are handed on, and when the parent
 * of this process is gone (npm was killed) the program is told to stop.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code; 1 when a signal ended it that nobody here sent
 */
export function supervise(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  const parent = process.ppid
  let told = false
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    if (!told) setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref()
    told = true
    child.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  const watch = setInterval(() => process.ppid !== parent && stop('SIGTERM'), 200)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(watch)
      resolve(code ?? (told ? 0 : 1))
    })
  })
}
