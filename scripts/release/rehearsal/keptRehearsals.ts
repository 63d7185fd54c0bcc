import { randomBytes } from 'node:crypto'
import type { AnyRow, TableName } from '#domain/records/snapshot'

/** A record as it would be public; undefined where it would leave. */
export type RehearsedRow = { table: TableName; key: string; row: AnyRow | undefined }

/** What was rehearsed for somebody, so that its pages can be looked at. */
type KeptRehearsal = { owner: string; day: string; changes: readonly RehearsedRow[] }

/** So many are kept; the oldest goes first. */
const MOST_KEPT = 30

/** Rehearsals of which pages may be looked at, each by a name that nobody can guess. */
export class KeptRehearsals {
  private readonly kept = new Map<string, KeptRehearsal>()

  keep(rehearsal: KeptRehearsal): string {
    const token = randomBytes(16).toString('hex')
    this.kept.set(token, rehearsal)
    const [oldest] = this.kept.keys()
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest)
    return token
  }

  /** The rehearsal of a name, for whom it was made; undefined for anybody else. */
  of(token: string, owner: string): KeptRehearsal | undefined {
    const found = this.kept.get(token)
    return found?.owner === owner ? found : undefined
  }
}
