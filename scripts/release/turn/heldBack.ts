import type { ReleaseStatus } from '#domain/published/release'
import { GLOBALS, type GlobalName, TABLES, type TableName } from '#domain/records/snapshot'
import type { Problem } from '../newsroom/collect.ts'
import { recordOf } from './workInHand.ts'

/** Records told by name in the sentence of a status; the rest is a number. */
const NAMED = 5
/** Records listed in a status. */
const LISTED = 200

/** The records that are held back: those of the last attempt, and those that nobody has touched since. */
export class HeldBack {
  private attempt: Problem[] = []
  private standing: Problem[] = []

  /** An attempt begins that looks at these records; null for all of them. */
  begin(looked: readonly string[] | null): void {
    const seen = looked && new Set(looked)
    // Globals are looked at in every attempt.
    const isLookedAt = (p: Problem) => p.table in GLOBALS || seen?.has(recordOf(p))
    this.standing = seen ? this.standing.filter((problem) => !isLookedAt(problem)) : []
    this.attempt = []
  }

  readonly hold = (problem: Problem): void => {
    this.attempt.push(problem)
    this.standing.push(problem)
  }

  /** Those of the last attempt. */
  ofAttempt(): readonly Problem[] {
    return this.attempt
  }

  /** What the status says of all of them: a sentence, and each by itself. */
  words(): Pick<ReleaseStatus, 'reason' | 'held'> {
    const held = this.standing
    if (held.length === 0) return { reason: null, held: [] }
    const some = held.slice(0, NAMED).map((p) => `${labelOf(p.table)} ${p.key}：${p.reason}`)
    return { reason: `有 ${held.length} 条记录没有上线——${some.join('；')}`, held: held.slice(0, LISTED) }
  }
}

function labelOf(table: Problem['table']): string {
  return table in TABLES ? TABLES[table as TableName].label : GLOBALS[table as GlobalName].label
}
