import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const stuck = z.object({ step: z.string() })
/** Where a publisher stood when it no longer answered and was ended. */
export type Stuck = z.infer<typeof stuck>

const fileOf = (dataDir: string) => path.join(dataDir, 'publisher-stuck.json')

/** Tells the next publisher that the last one had to be ended, and at which step. */
export function leaveStuck(dataDir: string, step: string): void {
  writeFileSync(fileOf(dataDir), JSON.stringify({ step } satisfies Stuck))
}

/** What was left, taken away; null where the last publisher was not ended for its silence. */
export function takeStuck(dataDir: string): Stuck | null {
  const file = fileOf(dataDir)
  if (!existsSync(file)) return null
  const parsed = stuck.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  rmSync(file)
  return parsed.success ? parsed.data : null
}
