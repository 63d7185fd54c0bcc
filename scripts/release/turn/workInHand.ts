import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { canonicalJson, sha256 } from '#domain/records/snapshot'
import type { Change } from '#domain/world/world'

const note = z.object({
  /** The records that were being published, as `cases/WS-2022-000001`. */
  records: z.array(z.string()),
  /** Hash of the row where it was one record: as it stands, and not as somebody has changed it since. */
  hash: z.string().optional(),
  /** How often in a row a publisher has ended over just these. */
  deaths: z.number().int().nonnegative(),
})
export type Note = z.infer<typeof note>

/** A record as a note names it. */
export const recordOf = ({ table, key }: { table: string; key: string }) => `${table}/${key}`
/** Hash of the row that a change brings. */
export const hashOf = (change: Change) => sha256(canonicalJson(change.after ?? null))

/** What a publisher is at, written down before the work, so that whoever comes after it knows what it ended over. */
export class WorkInHand {
  /** What the last publisher ended over; null where it had finished. */
  readonly left: Note | null
  private readonly file: string

  constructor(dataDir: string) {
    this.file = join(dataDir, 'publisher-work.json')
    this.left = existsSync(this.file) ? readNote(this.file) : null
  }

  begin(changes: readonly Change[]): void {
    const records = changes.map(recordOf)
    const [only] = changes
    const hash = only && changes.length === 1 ? hashOf(only) : undefined
    const again = this.left && [...this.left.records].sort().join() === [...records].sort().join()
    const deaths = again ? (this.left?.deaths ?? 0) + 1 : 0
    writeFileSync(this.file, JSON.stringify({ records, hash, deaths } satisfies Note))
  }

  end(): void {
    rmSync(this.file, { force: true })
  }
}

/** A note that was cut off by the end of its writer says nothing. */
function readNote(file: string): Note | null {
  try {
    return note.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
