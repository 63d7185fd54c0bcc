import { setImmediate } from 'node:timers/promises'
import type { CollectionSlug, GlobalSlug, Payload, PayloadRequest, Where } from 'payload'
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
/** More records than this are not named one by one: a statement of SQLite has a bounded number of values. */
const MOST_IDS = 10_000

/**
 * What is to be looked at again after everything was: records that were seen to hold the words, with all their versions,
 * and whatever was saved since. `ids` by the name of the collection or global.
 */
export type Among = { since: string; ids: ReadonlyMap<string, readonly Id[]> }

/** What a look sees: within a write, what that write sees; and not everything. */
type Look = { req?: PayloadRequest; among?: Among }

/** Everything in the database that holds the words, some at a time, so that others have their turn in between. */
export async function* holdersOf(
  payload: Payload,
  words: string,
  { req, among }: Look = {},
): AsyncGenerator<Holder> {
  // A version also says by whom and when; what it holds is what was saved.
  const has = (holder: Holder) =>
    holdsWords(
      holder.kind === 'version' || holder.kind === 'globalVersion' ? holder.doc.version : holder.doc,
      words,
    )
  const within = req ? { req } : {}
  for (const { slug, versions, timestamps } of payload.config.collections) {
    if (NOT_SEARCHED.includes(slug)) continue
    const of = slug as CollectionSlug
    const rows = timestamps === false ? [] : seenOrSaved(among, of, 'id')
    for await (const doc of paged(rows, (page) => payload.db.find({ collection: of, ...page, ...within })))
      if (has({ kind: 'row', of, doc })) yield { kind: 'row', of, doc }
    if (!versions) continue
    const read = (page: Page) => payload.db.findVersions({ collection: of, ...page, ...within })
    for await (const doc of paged(seenOrSaved(among, of, 'parent'), read)) {
      const holder = { kind: 'version', of, doc } as Holder
      if (has(holder)) yield holder
    }
  }
  for (const { slug, versions } of payload.config.globals) {
    const of = slug as GlobalSlug
    const doc = (await payload.db.findGlobal({ slug: of, ...within })) as unknown as Doc
    if (doc && has({ kind: 'global', of, doc })) yield { kind: 'global', of, doc }
    if (!versions) continue
    const read = (page: Page) => payload.db.findGlobalVersions({ global: of, ...page, ...within })
    for await (const each of paged([], read))
      if (has({ kind: 'globalVersion', of, doc: each } as Holder))
        yield { kind: 'globalVersion', of, doc: each as Doc & { version: Doc } }
  }
}

/** The row of a record that holds words, and the record of which a version does. */
export const recordOf = (holder: Holder): Id =>
  holder.kind === 'version' ? holder.doc.parent : holder.doc.id

/** The condition of a second look, none for a first one. Records of which nobody knows when they were saved are looked at. */
function seenOrSaved(among: Among | undefined, of: string, by: 'id' | 'parent'): Where[] {
  if (!among) return []
  const saved: Where[] = [
    { updatedAt: { greater_than_equal: among.since } },
    { updatedAt: { exists: false } },
  ]
  const ids = among.ids.get(of) ?? []
  if (ids.length > MOST_IDS) return []
  return [{ or: ids.length > 0 ? [...saved, { [by]: { in: [...ids] } }] : saved }]
}

type Page = { where: Where; limit: number; pagination: false; sort: string }

/** Continued after the last id: no page is counted, or looked for from the beginning. */
async function* paged(
  conditions: readonly Where[],
  read: (page: Page) => Promise<{ docs: unknown[] }>,
): AsyncGenerator<Doc> {
  for (let last: Id | undefined; ; ) {
    const after: Where[] = last === undefined ? [] : [{ id: { greater_than: last } }]
    const where = { and: [...conditions, ...after] }
    const docs = (await read({ where, limit: PAGE, pagination: false, sort: 'id' })).docs as Doc[]
    yield* docs
    if (docs.length < PAGE) return
    last = docs.at(-1)?.id
    await setImmediate()
  }
}
