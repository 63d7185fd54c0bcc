import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Problem } from '../../../scripts/release/newsroom/collect.ts'
import type { OutboxRow } from '../../../scripts/release/newsroom/newsroom.ts'
import { type Publishing, publishForever } from '../../../scripts/release/publisher/publishLoop.ts'
import { seedOf } from '../../support/generated.ts'

/** When a save comes, in milliseconds, and whether its record can be published. */
type Save = { at: number; isBad: boolean; throws: boolean }

/** Runs the loop on a clock of its own over saves that come while it works. Returns how long each good one waited. */
async function waits(saves: readonly Save[], workMs: number, until: number): Promise<number[]> {
  let now = 0
  let outbox: OutboxRow[] = []
  const live = new Map<string, number>()
  const coming = saves.map((save, i) => ({ ...save, id: String(i) })).sort((a, b) => a.at - b.at)
  const pass = (ms: number) => {
    now += ms
    while (coming[0] && coming[0].at <= now) {
      const { id, isBad, throws } = coming.shift() as (typeof coming)[number]
      outbox.push({ id, recordType: 'cases', reference: isBad ? `bad ${throws}` : id, operation: 'change' })
    }
  }
  let held: Problem[] = []
  let left: readonly OutboxRow[] = []
  const publisher: Publishing = {
    compare: async () => null,
    drain: async () => {
      const tried = [...outbox]
      left = tried
      if (tried.length === 0) return false
      pass(workMs)
      if (tried.some((row) => row.reference === 'bad true') && tried.length === 1) throw new Error('no')
      left = tried.filter((row) => row.reference.startsWith('bad'))
      outbox = outbox.filter((row) => !tried.includes(row) || left.includes(row))
      for (const row of tried) if (!left.includes(row)) live.set(String(row.id), now)
      held = left.map((row) => ({ table: 'cases', key: row.reference, reason: 'bad' }))
      return true
    },
    failed: () => {},
    follow: async () => {},
    following: { giveUp: () => {} },
    heldBack: () => held,
    isOutdated: () => false,
    leftOver: () => left,
    idlePiece: async () => false,
  }
  await publishForever(
    publisher,
    { next: () => null, reply: () => {} },
    {
      sleep: async (ms) => pass(Math.max(ms, 1)),
      now: () => now,
      stopped: () => now > until,
      log: () => {},
      compared: true,
      readOutbox: async () => outbox,
      tidy: () => {},
      isTidying: () => false,
    },
  )
  return saves.flatMap((save, i) => (save.isBad ? [] : [(live.get(String(i)) ?? until * 2) - save.at]))
}

test('records that cannot be published hold back no other, whenever those come', async () => {
  const save = fc.record({ at: fc.nat({ max: 60_000 }), isBad: fc.boolean(), throws: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(
      fc.array(save, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 50, max: 900 }),
      async (saves, workMs) => {
        // It may come while another is made, and waits for the next look.
        const longest = 2 * workMs + 300
        for (const wait of await waits(saves, workMs, 65_000)) expect(wait).toBeLessThanOrEqual(longest)
      },
    ),
    seedOf('held back', 60, 2_000),
  )
})
