import type { PayloadRequest } from 'payload'
import type { Row } from '#domain/records/snapshot'
import { notInBin } from '../bin/notInBin.ts'
import { refuseFields } from './refuse.ts'
import type { MainRow } from './writeContext.ts'

/**
 * Refuses in words a timeline that tells of a notice which nobody has registered. A draft of it is enough: it names the
 * case, so it is published after it. What was public before is not asked again.
 */
export async function checkNoticesOfCase(
  req: PayloadRequest,
  name: string,
  { timeline }: Row<'cases'>,
  before: MainRow | undefined,
): Promise<void> {
  const known = new Set(before?.published ? numbersOf(before.row.timeline) : [])
  const told = timeline.flatMap(({ notice }, i) => (notice && !known.has(notice) ? [{ notice, i }] : []))
  if (told.length === 0) return
  const { docs } = await req.payload.db.find({
    collection: 'notices',
    where: { and: [{ number: { in: told.map(({ notice }) => notice) } }, notInBin] },
    select: { number: true },
    limit: 0,
    pagination: false,
    req,
  })
  for (const { number } of docs as unknown as { number: string }[]) known.add(number)
  const faults = told
    .filter(({ notice }) => !known.has(notice))
    .map(({ notice, i }) => ({
      path: `timeline.${i}.notice`,
      message: `经过第${i + 1}条：没有编号为 ${notice} 的文书，请先登记它（存成草稿就行）`,
    }))
  if (faults.length > 0)
    refuseFields(`${name}不能公开：${faults.map(({ message }) => message).join('；')}`, faults)
}

function numbersOf(timeline: unknown): string[] {
  return ((timeline ?? []) as { notice?: string | null }[]).flatMap(({ notice }) => notice ?? [])
}
