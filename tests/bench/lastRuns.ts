import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { type BenchResult, benchResult } from './measure.ts'

/** A figure that is so much larger than in the run before is told: a tenth. */
const MORE = 1.1

const run = benchResult.extend({ at: z.iso.datetime() })
type Run = z.infer<typeof run>

/** The runs that a file holds, one a line, the last one last. */
function runsIn(file: string): Run[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  // A run of an older bench may have said other things: it is no longer compared with.
  return lines.flatMap((line) => run.safeParse(JSON.parse(line)).data ?? [])
}

/** The last run of a file by the same command on the same processor; null where there is none. */
export function lastRun(file: string, { command, machine }: BenchResult): Run | null {
  const isAlike = (r: Run) =>
    r.command === command && r.machine.cpu === machine.cpu && r.machine.cores === machine.cores
  return runsIn(file).findLast(isAlike) ?? null
}

/** Adds a run to a file. */
export function keepRun(file: string, result: BenchResult, at: Date): void {
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, `${JSON.stringify({ at: at.toISOString(), ...result } satisfies Run)}\n`)
}

/** What takes a tenth more than in an earlier run, a sentence each, the largest growth first. */
export function whatGrew(result: BenchResult, before: BenchResult): string[] {
  const grown = result.figures.flatMap(({ what, size, unit, median }) => {
    const was = before.figures.find((f) => f.what === what && f.size === size)?.median ?? 0
    return was > 0 && median / was >= MORE ? [{ what, size, unit, median, was }] : []
  })
  return grown
    .sort((a, b) => b.median / b.was - a.median / a.was)
    .map(
      (g) =>
        `${g.size} 件：${g.what} ${g.was} → ${g.median} ${g.unit}（多 ${Math.round((g.median / g.was - 1) * 100)}%）`,
    )
}
