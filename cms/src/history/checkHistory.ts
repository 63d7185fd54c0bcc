import type { Payload } from 'payload'
import { canonicalJson, sha256 } from '#domain/records/snapshot'
import { type HistoryHead, type HistoryRow, linkHash, links, NOTHING, ON_THE_WAY, readRows } from './chain.ts'
import { Erased } from './erasedRows.ts'

const ROWS_AT_ONCE = 500

/**
 * What was done to the history behind the newsroom's back, a sentence each: a row that was changed, emptied, taken out or
 * put in later, a chain that was cut. Empty where all holds together.
 * @param told what a release says of the history: it can grow after that, and never get shorter
 */
export async function checkHistory(payload: Payload, told: HistoryHead | null): Promise<string[]> {
  const faults: string[] = []
  const chain = (await links(payload, {})).reverse()
  const erased = new Erased(await readRows(payload, { deed: { equals: 'erase' } }))
  const chained = new Set<string>()
  let before = NOTHING
  let count = 0
  for (const [i, link] of chain.entries()) {
    if (link.position !== i + 1) return [...faults, `历史的链少了第${i + 1}环：有人删过`]
    const rows = await rowsOf(payload, link.rows)
    faults.push(...wrongIn(link.rows, rows, erased))
    for (const id of link.rows) chained.add(id)
    const kept = link.rows.flatMap((id) => rows.get(id) ?? [])
    count += link.rows.length
    if (kept.length === link.rows.length && (linkHash(before, kept) !== link.hash || count !== link.count))
      faults.push(`历史的链第${link.position}环和它的记录对不上：有人改过`)
    before = link.hash
  }
  if (told && !chain.some(({ count: at, hash }) => at === told.count && hash === told.head))
    faults.push(
      `公开的版本说历史有${told.count}条（${told.head.slice(0, 12)}…），现在的历史里没有这一环：有人截短或换过历史`,
    )
  return [...faults, ...(await putIn(payload, chained, chain.at(-1)?.createdAt))]
}

/** Rows that were put in later with an older time: what was written before the last link hangs on the chain. */
async function putIn(
  payload: Payload,
  chained: ReadonlySet<string>,
  last: string | undefined,
): Promise<string[]> {
  if (!last) return []
  const older = new Date(Date.parse(last) - ON_THE_WAY).toISOString()
  const rows = await readRows(payload, { createdAt: { less_than: older } })
  return rows
    .filter(({ id }) => !chained.has(String(id)))
    .map(({ id, reference }) => `历史的第${id}条（${String(reference)}）不在链上：有人后来添的`)
}

async function rowsOf(payload: Payload, ids: readonly string[]): Promise<Map<string, HistoryRow>> {
  const found = new Map<string, HistoryRow>()
  for (let i = 0; i < ids.length; i += ROWS_AT_ONCE)
    for (const row of await readRows(payload, { id: { in: ids.slice(i, i + ROWS_AT_ONCE) } }))
      found.set(String(row.id), row)
  return found
}

function wrongIn(ids: readonly string[], rows: ReadonlyMap<string, HistoryRow>, erased: Erased): string[] {
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (!row) return [`历史的第${id}条不见了：有人删过`]
    const { changes, changesHash, note, noteHash, at, createdAt } = row
    if (Math.abs(Date.parse(String(at)) - Date.parse(createdAt)) > ON_THE_WAY)
      return [`历史的第${id}条（${String(row.reference)}）的时刻被换过`]
    if (((changesHash && !changes) || (noteHash && !note)) && !erased.has(row))
      return [`历史的第${id}条（${String(row.reference)}）的内容不见了，也没有彻底清除过它：有人删过`]
    if (noteHash && note && sha256(String(note)) !== noteHash)
      return [`历史的第${id}条（${String(row.reference)}）写的理由被换过`]
    // Changes that had to go leave their hash behind.
    if (!changes || sha256(canonicalJson(changes)) === changesHash) return []
    return [`历史的第${id}条（${String(row.reference)}）改动的内容被换过`]
  })
}
