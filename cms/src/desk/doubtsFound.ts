import { setTimeout } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { PrivateDecision } from '#domain/private/decisions'
import { INVENTED_DECISIONS } from '#domain/private/inventedFinds'
import { privateFields } from '#domain/private/privateFields'
import { TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import { doubtsOf } from '../hooks/privateDecisions.ts'
import { assemble } from '../snapshot/assemble.ts'
import { NamedKeys } from '../snapshot/namedKeys.ts'
import { publishedPages } from '../snapshot/readPublished.ts'

type Id = number | string
type Doc = { id: Id; updatedAt: string } & Record<string, unknown>

/** Records that are looked at before others have their turn. */
const AT_ONCE = 20

/** Public records in whose texts somebody has yet to decide, as they were saved when they were looked at. */
export type DoubtsFound = { of: ReadonlyMap<TableName, ReadonlyMap<Id, string>>; isOver: boolean }

type Look = { of: Map<TableName, Map<Id, string>>; isOver: boolean }

/** What each opened newsroom has found so far. */
const looks = new WeakMap<Payload, Look>()

/**
 * Public records from before a rule of the privacy gate, or from before the gate: everything is looked through once in
 * the life of the process, beside its work, from the first time that somebody asks; whatever is saved later passes the
 * gate. Returns at once with what is found so far.
 */
export function doubtsFound(payload: Payload): DoubtsFound {
  const known = looks.get(payload)
  if (known) return known
  const look: Look = { of: new Map(TABLE_NAMES.map((table) => [table, new Map()])), isOver: false }
  looks.set(payload, look)
  lookThrough(payload, look).catch((error: unknown) => {
    // Whoever asks next begins anew.
    looks.delete(payload)
    payload.logger.warn(`没能查以前公开的文字：${error instanceof Error ? error.message : String(error)}`)
  })
  return look
}

async function lookThrough(payload: Payload, look: Look): Promise<void> {
  for (const table of TABLE_NAMES) {
    const named = new NamedKeys()
    for await (const docs of publishedPages(payload, table)) {
      await named.learn(payload, table, docs)
      for (let at = 0; at < docs.length; at += AT_ONCE) {
        const began = performance.now()
        for (const doc of docs.slice(at, at + AT_ONCE) as Doc[])
          if (hasDoubts(table, doc, named)) look.of.get(table)?.set(doc.id, doc.updatedAt)
        // As long again for whoever saves or reads meanwhile.
        await setTimeout(performance.now() - began)
      }
    }
  }
  look.isOver = true
}

function hasDoubts(table: TableName, doc: Doc, named: NamedKeys): boolean {
  const { row, candidate } = assemble(table, doc, named)
  const decided = (doc.privateDecisions ?? []) as PrivateDecision[]
  const known = doc.origin === 'sample' ? [...decided, ...INVENTED_DECISIONS] : decided
  return doubtsOf(privateFields(row ?? candidate), known).length > 0
}
