import type { Where } from 'payload'
import { canonicalJson, type Snapshot, TABLE_NAMES } from '#domain/records/snapshot'
import { readOutbox } from '../../../cms/src/snapshot/outbox.ts'
import { readSnapshot } from '../../../scripts/release/store/snapshotStore.ts'
import { openStore } from '../../../scripts/release/store/store.ts'
import { liveRelease } from '../../../scripts/release/store/switchRelease.ts'
import { buildSnapshot } from '../newsroom/buildSnapshot.ts'
import type { TestCms } from '../newsroom/cmsDatabase.ts'
import { type Editors, publicState, type Send, type Slot } from '../newsroom/editors.ts'
import type { KillableProduct } from './killableProduct.ts'
import { pause, within } from './startedProduct.ts'
import { faultsOfSite } from './wholeSite.ts'

/** The moments of a release at which a kill must be harmless. */
export const STEPS = [
  'outbox read',
  'snapshot',
  'blobs',
  'tree',
  'before the rename',
  'after the rename',
  'before the rows are deleted',
] as const
type Step = (typeof STEPS)[number]

const VICTIMS = ['newsroom', 'publisher', 'everything'] as const
export type Kill = { what: (typeof VICTIMS)[number] } | { what: 'publisher'; at: Step }

/** A plan of kills in a random order: so many at each step, the rest at moments that nobody chose. */
export function planOf(kills: number, atEachStep: number, random: () => number): Kill[] {
  const plan: Kill[] = STEPS.flatMap((at) =>
    Array.from({ length: atEachStep }, () => ({ what: 'publisher', at }) as const),
  )
  while (plan.length < kills) plan.push({ what: VICTIMS[plan.length % VICTIMS.length] ?? 'newsroom' })
  for (let i = plan.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[plan[i], plan[j]] = [plan[j] as Kill, plan[i] as Kill]
  }
  return plan
}

const EDITORS = 3
/** Longest pause before a kill at a random moment, in milliseconds. */
const LONGEST_PAUSE = 500

/** Plays kills against a running product while editors work, and checks everything after each. */
export class KillRounds {
  readonly hits = new Map<Step, number>()
  readonly kills = new Map<string, number>()
  private readonly cms: TestCms
  private readonly product: KillableProduct
  private readonly editors: Editors
  private readonly random: () => number

  constructor(cms: TestCms, product: KillableProduct, editors: Editors, random: () => number) {
    this.cms = cms
    this.product = product
    this.editors = editors
    this.random = random
  }

  get edits(): number {
    return this.editors.acknowledged
  }

  /** One kill amid edits. @throws what was lost, torn or left behind, with the last words of the processes */
  async play(kill: Kill): Promise<void> {
    await this.whileEditing(async () => {
      if ('at' in kill) {
        const times = 1 + Math.floor(this.random() * 2)
        if (!(await this.product.publisherDiesAt(kill.at, times)))
          throw new Error(`the publisher did not come to "${kill.at}"`)
        this.hits.set(kill.at, (this.hits.get(kill.at) ?? 0) + 1)
      } else {
        await pause(this.random() * LONGEST_PAUSE)
        await this.product.kill(kill.what)
      }
      this.kills.set(kill.what, (this.kills.get(kill.what) ?? 0) + 1)
      // Whatever is left goes on working for a moment.
      await pause(50)
    })
    await this.product.stand()
    try {
      await this.check()
    } catch (error) {
      throw new Error(`after the kill of ${JSON.stringify(kill)}: ${String(error)}\n${this.product.words()}`)
    }
  }

  /** Lets the editors work while something happens; returns when the last of them has been answered. */
  async whileEditing(happens: () => Promise<void>): Promise<void> {
    let over = false
    const work = Array.from({ length: EDITORS }, async (_, editor) => {
      const mine = this.editors.slots.filter((_, i) => i % EDITORS === editor)
      while (!over) await this.editors.edit(mine[Math.floor(this.random() * mine.length)] as Slot, this.send)
    })
    try {
      await happens()
    } finally {
      over = true
      await Promise.all(work)
    }
  }

  private readonly send: Send = async (method, address, body) => {
    const answer = await fetch(this.product.api + address, {
      method,
      headers: { 'content-type': 'application/json', authorization: `JWT ${this.cms.tokens.publisher}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: answer.status, body: await answer.text() }
  }

  /** What must hold whenever nobody edits. */
  async check(): Promise<void> {
    const { snapshot, problems } = await buildSnapshot(this.cms.payload)
    if (problems.length > 0) throw new Error(`torn: ${JSON.stringify(problems)}`)
    for (const slot of this.editors.slots) await this.checkSlot(slot, snapshot)
    await this.checkCaughtUp(snapshot)
    const faults = faultsOfSite(this.cms.dataDir)
    if (faults.length > 0) throw new Error(`the public site is not whole: ${faults.slice(0, 5).join('; ')}`)
    if (this.product.working() !== 1) throw new Error(`${this.product.working()} publishers work`)
  }

  private async checkSlot(slot: Slot, snapshot: Snapshot): Promise<void> {
    const is = publicState(snapshot, slot)
    if (!slot.may.has(is))
      throw new Error(`${slot.key} shows ${is}; acknowledged or under way was ${[...slot.may].join(' or ')}`)
    slot.may = new Set([is])
    const { totalDocs: acts } = await this.cms.payload.count({
      collection: 'acts',
      where: { reference: { equals: slot.key } },
    })
    if (acts < slot.acts.acknowledged || acts > slot.acts.acknowledged + slot.acts.unanswered)
      throw new Error(`${slot.key} has ${acts} acts; ${JSON.stringify(slot.acts)}`)
    slot.acts = { acknowledged: acts, unanswered: 0 }
    if (slot.table !== 'cases' || !is) return
    const where: Where = {
      and: [{ 'version.place': { equals: is } }, { 'version._status': { equals: 'published' } }],
    }
    const { docs } = await this.cms.payload.findVersions({ collection: 'cases', where })
    if (docs.length === 0) throw new Error(`${slot.key} has no version of what it shows`)
    const { docs: own } = await this.cms.payload.find({
      collection: 'cases',
      where: { reference: { equals: slot.key } },
    })
    if (own[0]?.internalNote !== is)
      throw new Error(`${slot.key} is torn: its private note is of another edit`)
  }

  /** The publisher comes to what the newsroom holds by itself, and forgets nothing. */
  private async checkCaughtUp(snapshot: Snapshot): Promise<void> {
    const done = await within(90_000, async () => (await readOutbox(this.cms.payload)).length === 0)
    if (!done) {
      const left = (await readOutbox(this.cms.payload)).map((row) => `${row.recordType}/${row.reference}`)
      throw new Error(`the outbox does not empty: ${left.join(', ')}\n${this.product.words()}`)
    }
    // A publisher that has just started is ready for readers while it still compares.
    const wanted = rowsOf(snapshot)
    if (!(await within(90_000, () => this.difference(wanted) === '')))
      throw new Error(
        `acknowledged edits are not in the snapshot of the live release: ${this.difference(wanted)}`,
      )
  }

  /** Rows that the live release lacks, and rows that it has instead; empty when it shows exactly these. */
  private difference(wanted: string[]): string {
    const live = liveRelease(this.cms.dataDir)
    const shown = live ? rowsOf(readSnapshot(openStore(this.cms.dataDir), live.release.snapshot)) : []
    const missing = wanted.filter((row) => !shown.includes(row)).map((row) => `- ${row}`)
    const beyond = shown.filter((row) => !wanted.includes(row)).map((row) => `+ ${row}`)
    return [...missing, ...beyond].join('\n')
  }
}

function rowsOf(snapshot: Snapshot): string[] {
  return TABLE_NAMES.flatMap((t) => [...snapshot.tables[t].values()].map((row) => canonicalJson(row)))
}
