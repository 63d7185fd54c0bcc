import type { CollectionSlug, GlobalSlug, Payload, PayloadRequest } from 'payload'
import { holdsWords } from './withoutWords.ts'

type Id = number | string
export type Doc = Record<string, unknown> & { id: Id }

/** Where words stand in the database: a row of a collection or a global, or one of its saved versions. */
export type Holder =
  | { kind: 'row'; of: CollectionSlug; doc: Doc }
  | { kind: 'version'; of: CollectionSlug; doc: Doc & { parent: Id; latest?: boolean; version: Doc } }
  | { kind: 'global'; of: GlobalSlug; doc: Doc }
  | { kind: 'globalVersion'; of: GlobalSlug; doc: Doc & { version: Doc } }

/** Collections in which no words of records ever stand, and the accounts of people, who change those themselves. */
export const NOT_SEARCHED: readonly string[] = [
  'users',
  'acts',
  'outbox',
  'loads',
  'upgrades',
  'history-chain',
  'payload-kv',
  'payload-jobs',
  'payload-jobs-stats',
  'payload-locked-documents',
  'payload-preferences',
  'payload-migrations',
]
const PAGE = 200

/** Everything in the database that holds the words, a page at a time; within a write, as that write sees it. */
export async function* holdersOf(
  payload: Payload,
  words: string,
  req?: PayloadRequest,
): AsyncGenerator<Holder> {
  // A version also says by whom and when; what it holds is what was saved.
  const has = (holder: Holder) =>
    holdsWords(
      holder.kind === 'version' || holder.kind === 'globalVersion' ? holder.doc.version : holder.doc,
      words,
    )
  const within = req ? { req } : {}
  for (const { slug, versions } of payload.config.collections) {
    if (NOT_SEARCHED.includes(slug)) continue
    const of = slug as CollectionSlug
    for await (const doc of paged((page) => payload.db.find({ collection: of, ...page, ...within })))
      if (has({ kind: 'row', of, doc })) yield { kind: 'row', of, doc }
    if (!versions) continue
    for await (const doc of paged((page) =>
      payload.db.findVersions({ collection: of, ...page, ...within }),
    )) {
      const holder = { kind: 'version', of, doc } as Holder
      if (has(holder)) yield holder
    }
  }
  for (const { slug, versions } of payload.config.globals) {
    const of = slug as GlobalSlug
    const doc = (await payload.db.findGlobal({ slug: of, ...within })) as unknown as Doc
    if (doc && has({ kind: 'global', of, doc })) yield { kind: 'global', of, doc }
    if (!versions) continue
    for await (const each of paged((page) =>
      payload.db.findGlobalVersions({ global: of, ...page, ...within }),
    )) {
      const holder = { kind: 'globalVersion', of, doc: each } as Holder
      if (has(holder)) yield holder
    }
  }
}

type Page = { limit: number; page: number; sort: string }

async function* paged(read: (page: Page) => Promise<{ docs: unknown[] }>): AsyncGenerator<Doc> {
  for (let page = 1; ; page++) {
    const { docs } = await read({ limit: PAGE, page, sort: 'id' })
    yield* docs as Doc[]
    if (docs.length < PAGE) return
  }
}
