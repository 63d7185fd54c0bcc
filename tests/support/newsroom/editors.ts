import type { Payload } from 'payload'
import type { Snapshot } from '#domain/records/snapshot'
import { buildSnapshot } from './buildSnapshot.ts'

/** What is public of one record: the stamp of the edit that made it so, or nothing. */
export type PublicState = string | null

/** A record that one editor at a time works on, with what may be public of it. */
export type Slot = {
  table: 'cases' | 'departments'
  key: string
  /** Acknowledged last, or sent and never answered: any of these may be public, and nothing else. */
  may: Set<PublicState>
  /** Acts of publication that must be there, and that may be there beyond. */
  acts: { acknowledged: number; unanswered: number }
}

export type Send = (
  method: string,
  address: string,
  body?: object,
) => Promise<{ status: number; body: string }>

/** How many rows of progress an edit leaves in a timeline. */
const rowsOf = (stamp: string) => Number(stamp.replace(/\D/g, '')) % 4

/** What an editor says of a correction. */
const NOTE = { changeNote: '改正一处', changeKind: 'correction' } as const

/**
 * Editors who publish, correct, unpublish, delete and draft without end. Each edit leaves its stamp in the text, the
 * timeline's rows, a relation and a private field, so that a record of which only a part was kept shows it.
 */
export class Editors {
  /** The state that was read last, on which the next form is written. */
  private opened: string | undefined
  readonly slots: Slot[]
  private readonly random: () => number
  private readonly ids: { area: unknown; lead: unknown; one: unknown; other: unknown }
  private serial = 0
  private references: number
  /** Acknowledged edits so far. */
  acknowledged = 0
  /** What the newsroom said where it acknowledged nothing. */
  readonly refusals: string[] = []

  private constructor(slots: Slot[], random: () => number, ids: Editors['ids'], references: number) {
    this.slots = slots
    this.random = random
    this.ids = ids
    this.references = references
  }

  /** Editors on everything that there is but the first case, which other records name. */
  static async on(payload: Payload, random: () => number): Promise<Editors> {
    const idOf = async (collection: 'areas' | 'departments', slug: string) =>
      (await payload.find({ collection, where: { slug: { equals: slug } } })).docs[0]?.id
    const ids = {
      area: await idOf('areas', 'qingtong'),
      lead: await idOf('departments', 'chengjian'),
      one: await idOf('departments', 'jiaojing'),
      other: await idOf('departments', 'xiaofang'),
    }
    const { docs } = await payload.find({ collection: 'cases', limit: 0, sort: 'reference', depth: 0 })
    const { snapshot } = await buildSnapshot(payload)
    const slotOf = async (table: Slot['table'], key: string): Promise<Slot> => {
      const { totalDocs } = await payload.count({ collection: 'acts', where: { reference: { equals: key } } })
      const slot: Slot = { table, key, may: new Set(), acts: { acknowledged: totalDocs, unanswered: 0 } }
      slot.may.add(publicState(snapshot, slot))
      return slot
    }
    const keys = docs.map((d) => d.reference)
    const slots = await Promise.all(keys.slice(1).map((key) => slotOf('cases', key)))
    const last = Number(keys.at(-1)?.slice(-6))
    return new Editors([...slots, await slotOf('departments', 'chengjian')], random, ids, last)
  }

  /** One edit of a slot. Never throws: a newsroom that is gone leaves the edit unanswered. */
  async edit(slot: Slot, send: Send): Promise<void> {
    const stamp = `改${++this.serial}`
    if (slot.table === 'departments')
      return this.write(slot, stamp, 1, async () =>
        send('PATCH', `departments/${this.ids.lead}`, { name: stamp, ...NOTE, _status: 'published' }),
      )
    const id = await this.idOf(slot, send)
    if (id === undefined) return
    if (id === null) {
      // Deleted: the reference never returns, another one takes its place.
      slot.key = referenceOf(++this.references)
      slot.may = new Set([null])
      slot.acts = { acknowledged: 0, unanswered: 0 }
      const body = { ...this.caseOf(stamp), reference: slot.key, kind: 'community', origin: 'record' }
      return this.write(slot, stamp, 1, () => send('POST', 'cases', body))
    }
    const isPublic = !slot.may.has(null)
    const dice = this.random()
    if (dice < 0.12)
      return this.write(slot, undefined, 0, () =>
        send('PATCH', `cases/${id}?draft=true`, { title: `草稿${stamp}`, place: `草稿${stamp}` }),
      )
    if (dice < 0.24 && isPublic)
      return this.write(slot, null, 1, () =>
        send('PATCH', `cases/${id}`, { withdrawReason: 'mistaken', _status: 'draft' }),
      )
    if (dice < 0.34 && isPublic)
      return this.write(slot, null, 1, () => send('DELETE', `cases/${id}`, { withdrawReason: 'mistaken' }))
    // The whole form, as an editor sends it who has seen the draft that may be waiting.
    const form = { ...this.caseOf(stamp), ...NOTE, reference: slot.key, basedOn: this.opened }
    return this.write(slot, stamp, 1, () => send('PATCH', `cases/${id}`, form))
  }

  /** Database id of a slot's record; null when there is none, undefined when nobody answered. */
  private async idOf(slot: Slot, send: Send): Promise<number | string | null | undefined> {
    try {
      const { body } = await send('GET', `cases?where[reference][equals]=${slot.key}&draft=true`)
      const { docs } = JSON.parse(body) as { docs: { id: number | string; updatedAt: string }[] }
      this.opened = docs[0]?.updatedAt
      return docs[0]?.id ?? null
    } catch {
      return undefined
    }
  }

  private async write(
    slot: Slot,
    becomes: PublicState | undefined,
    acts: number,
    send: () => ReturnType<Send>,
  ): Promise<void> {
    if (becomes !== undefined) slot.may.add(becomes)
    let answer: Awaited<ReturnType<Send>>
    try {
      answer = await send()
    } catch {
      slot.acts.unanswered += acts
      return
    }
    if (answer.status >= 400) {
      if (answer.status < 500) throw new Error(`an edit of ${slot.key} was refused: ${answer.body}`)
      this.refusals.push(answer.body)
      slot.acts.unanswered += acts
      return
    }
    this.acknowledged++
    slot.acts.acknowledged += acts
    if (becomes !== undefined) slot.may = new Set([becomes])
  }

  private caseOf(stamp: string): object {
    const { area, lead, one, other } = this.ids
    return {
      title: `题目${stamp}`,
      place: stamp,
      internalNote: stamp,
      description: `情况${stamp}`,
      area,
      lead,
      departments: rowsOf(stamp) % 2 === 1 ? [one, other] : [one],
      timeline: [
        { kind: 'whistle', at: '2022-06-13T09:20+08:00', body: '青桐社区' },
        { kind: 'dispatch', at: '2022-06-13T09:30+08:00', department: lead },
        { kind: 'arrival', at: '2022-06-13T11:00+08:00', department: lead },
        ...Array.from({ length: rowsOf(stamp) }, (_, i) => ({
          kind: 'progress',
          at: `2022-06-${15 + i}`,
          department: lead,
          text: stamp,
        })),
      ],
      status: 'handling',
      _status: 'published',
    }
  }
}

const referenceOf = (number: number) => `WS-2022-${String(number).padStart(6, '0')}`

/** What is public of a slot in a snapshot. @throws when only a part of an edit is there */
export function publicState(snapshot: Snapshot, { table, key }: Slot): PublicState {
  if (table === 'departments') return snapshot.tables.departments.get(key)?.name ?? null
  const row = snapshot.tables.cases.get(key)
  if (!row) return null
  const stamp = row.place
  if (stamp === undefined) return ''
  const progress = row.timeline.filter((e) => e.kind === 'progress')
  const whole =
    row.title === `题目${stamp}` &&
    row.description === `情况${stamp}` &&
    progress.length === rowsOf(stamp) &&
    progress.every((e) => e.text === stamp) &&
    row.timeline.length === rowsOf(stamp) + 3 &&
    row.departments.length === (rowsOf(stamp) % 2) + 1
  if (!whole) throw new Error(`${key} is torn: ${JSON.stringify(row)}`)
  return stamp
}
