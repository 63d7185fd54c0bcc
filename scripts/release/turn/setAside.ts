import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Change } from '#domain/world/world'
import type { Stuck } from '../../processes/children/stuckMark.ts'
import type { Problem } from '../newsroom/collect.ts'
import { stepWords } from '../told/stepWords.ts'
import { hashOf, type Note, recordOf } from './workInHand.ts'

const aside = z.array(z.object({ record: z.string(), hash: z.string(), reason: z.string() }))

/** How often publishers may end over one and the same work before it is suspected like silence. */
const DEATHS = 2

/**
 * Records over which a publisher has ended. A batch is halved until one record is left; that one is put aside, as it
 * stands, until somebody changes it. The others go on.
 */
export class SetAside {
  private readonly file: string
  private entries: z.infer<typeof aside>
  private suspects: Set<string>

  constructor(dataDir: string, left: Note | null, stuck: Stuck | null) {
    this.file = join(dataDir, 'publisher-aside.json')
    this.entries = existsSync(this.file) ? aside.parse(JSON.parse(readFileSync(this.file, 'utf8'))) : []
    const isSuspect = left !== null && (stuck !== null || left.deaths >= DEATHS)
    this.suspects = new Set(isSuspect ? left.records : [])
    const [only] = this.suspects
    if (only && this.suspects.size === 1) {
      const where = stuck ? `在“${stepWords(stuck.step)}”这一步没有了反应` : '几次都停了'
      const reason = `发布它时发布进程${where}，先放在一边；改过再保存会重试`
      this.keep([...this.entries, { record: only, hash: left?.hash ?? '', reason }])
      this.suspects = new Set()
    }
  }

  /** Takes out what is put aside; a record that was changed since is tried again. */
  hold(changes: readonly Change[]): { changes: Change[]; held: Problem[] } {
    const held: Problem[] = []
    const tried = changes.filter((change) => {
      const reason = this.reasonFor(change)
      if (reason) held.push({ table: change.table, key: change.key, reason })
      return !reason
    })
    return { changes: tried, held }
  }

  /** The changes in the batches in which they are tried: what is under suspicion apart, and in halves. */
  batches(changes: readonly Change[]): Change[][] {
    const suspected = changes.filter((change) => this.suspects.has(recordOf(change)))
    if (suspected.length === 0) return [[...changes]]
    const middle = Math.ceil(suspected.length / 2)
    const others = changes.filter((change) => !this.suspects.has(recordOf(change)))
    return [others, suspected.slice(0, middle), suspected.slice(middle)].filter((batch) => batch.length > 0)
  }

  /** All was tried: nothing is suspected any more. */
  cleared(): void {
    this.suspects = new Set()
  }

  private reasonFor(change: Change): string | null {
    if (this.entries.length === 0) return null
    const record = recordOf(change)
    const hash = hashOf(change)
    const known = this.entries.filter((entry) => entry.record === record)
    const same = known.find((entry) => entry.hash === hash)
    if (known.length > 0 && !same) this.keep(this.entries.filter((entry) => entry.record !== record))
    return same?.reason ?? null
  }

  private keep(entries: z.infer<typeof aside>): void {
    this.entries = entries
    writeFileSync(this.file, JSON.stringify(entries))
  }
}
