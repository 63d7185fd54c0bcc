import { readFileSync } from 'node:fs'

const NS_PER_MS = 1_000_000

/**
 * How long the main thread of a process has been ready to run and was given no processor, since it began, in
 * milliseconds. 0 where the system does not tell (other systems than Linux).
 */
export function processorWait(pid: number): number {
  try {
    const told = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')
    return Number(told[1] ?? 0) / NS_PER_MS
  } catch {
    return 0
  }
}
