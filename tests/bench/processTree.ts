import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks of /proc in a second (Linux). */
const TICKS = 100

/** Looking may take this share of the time at most: the system stops a large process while its memory is counted. */
const SHARE = 1 / 40

/** What a tree of processes has used. */
export type Used = { cpuSeconds: number; peakMB: number }

/**
 * Watches a process and everything that it starts: the largest memory at one moment (proportional set sizes added
 * up, so that shared pages count once) and the processor time of all.
 * @param pid the root of the tree
 * @param every milliseconds between two looks, at least
 */
export function watchTree(pid: number, every = 100): { stop: () => Used } {
  const cpu = new Map<number, number>()
  let peakKB = 0
  let timer: NodeJS.Timeout
  const look = () => {
    const began = performance.now()
    let sum = 0
    for (const each of treeOf(pid)) {
      sum += memoryOf(each)
      cpu.set(each, Math.max(cpu.get(each) ?? 0, cpuOf(each)))
    }
    peakKB = Math.max(peakKB, sum)
    timer = setTimeout(look, Math.max(every, (performance.now() - began) / SHARE))
  }
  look()
  return {
    stop: () => {
      clearTimeout(timer)
      look()
      clearTimeout(timer)
      const cpuSeconds = [...cpu.values()].reduce((a, b) => a + b, 0)
      return { cpuSeconds, peakMB: peakKB / 1024 }
    },
  }
}

function treeOf(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(/\) \S (\d+) /.exec(readOf(`/proc/${name}/stat`))?.[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const all = [root]
  for (const pid of all) all.push(...(children.get(pid) ?? []))
  return all
}

/** Proportional set size in kilobytes. */
function memoryOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

/** Processor time of a process itself, in seconds; what it started is looked at on its own. */
function cpuOf(pid: number): number {
  const fields = readOf(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS
}

/** A process may end between two looks. */
function readOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
