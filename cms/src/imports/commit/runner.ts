import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import type { KeptImport } from './keptImport.ts'

/** After how long without a sign a process of another machine counts as gone, in milliseconds. */
const SILENT = 30_000

/** The name of a piece of work of this process: which machine, which process, begun when, and one of its own. */
export function newRunner(): string {
  return JSON.stringify([os.hostname(), process.pid, startOf(process.pid), randomUUID()])
}

/**
 * Whether the process that works on an import is gone. On its own machine that is seen at once, elsewhere by its silence.
 * A wrong guess harms nothing: whoever was taken for gone finds in its next transaction that the work is no longer its own.
 * @param now the clock, in milliseconds
 */
export function isGone({ runner, seenAt }: Pick<KeptImport, 'runner' | 'seenAt'>, now: number): boolean {
  if (!runner) return true
  const [host, pid, began] = JSON.parse(runner) as [string, number, string | null]
  if (host === os.hostname() && startOf(pid) !== began) return true
  return now - Date.parse(seenAt ?? '') > SILENT && !(host === os.hostname() && pid === process.pid)
}

/** When a process of this machine began, by the kernel's count; null where there is none of that number, or no such count. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold blanks; the start is the twentieth word after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
