import { normalise } from '#domain/normalise'
import { SCOPES } from '#domain/scope'
import { SEARCHED_TABLES, type SearchDocument } from '#domain/search/document'
import { ownText } from '#domain/search/index/ownText'
import { tokensOf } from '#domain/search/index/recent'
import { TOKEN_RUN } from '#domain/search/index/termKey'
import type { MeanLengths } from '#domain/search/index/weights'
import type { FacetId } from '#domain/world/facets'
import { ListWords } from './listWords.ts'
import type { Spool } from './spool.ts'

/** Tables whose titles and names are words of the list. */
const NAMED = ['departments', 'areas', 'duties']

/** What one reading of all records tells before any of them can be indexed. */
export type ReadDocuments = {
  spool: Spool
  /** Places in the spool in the order of the ordinals: table, scope, main duty, place, key. */
  order: number[]
  words: ListWords
  tokens: Set<string>
  mean: MeanLengths
  used: Map<FacetId, Set<string>>
}

/** Reads every record once and puts it aside. */
export function readDocuments(documents: Iterable<SearchDocument>, spool: Spool): ReadDocuments {
  const words = new ListWords()
  const tokens = new Set<string>()
  const used = new Map<FacetId, Set<string>>()
  const sortKeys: string[] = []
  const inForm = remembering()
  let [title, body] = [0, 0]
  for (const document of documents) {
    spool.put(document)
    sortKeys.push(sortKeyOf(document))
    const text = ownText(document, inForm)
    title += text.title.length
    body += text.body.length
    words.record(text.title, text.body)
    if (NAMED.includes(document.table))
      for (const name of [document.title, ...document.names]) words.name(normalise(name))
    for (const [run] of text.whole.matchAll(TOKEN_RUN))
      if (!tokens.has(run)) for (const token of tokensOf(run)) tokens.add(token)
    for (const [id, values] of Object.entries(document.facets))
      for (const value of values) used.set(id as FacetId, (used.get(id as FacetId) ?? new Set()).add(value))
  }
  const order = sortKeys
    .map((_, place) => place)
    .sort((a, b) => ((sortKeys[a] as string) < (sortKeys[b] as string) ? -1 : 1))
  const many = Math.max(1, sortKeys.length)
  return {
    spool,
    order,
    words,
    tokens,
    mean: { title: Math.max(1, title / many), body: Math.max(1, body / many) },
    used,
  }
}

/** Cases of one duty and one place stand together: what holds the same words then takes little room. */
function sortKeyOf({ table, scope, facets, key }: SearchDocument): string {
  const place = (facets.area ?? []).toReversed().join('/')
  return [SEARCHED_TABLES.indexOf(table), SCOPES.indexOf(scope), facets.duty?.[0] ?? '', place, key].join(
    '\t',
  )
}

/** Texts that a memory of the normal form keeps at most; longer ones are rarely met twice. */
const REMEMBERED = 50_000
const LONGEST_REMEMBERED = 200

/** `normalise` that remembers short texts: names stand in thousands of records. */
export function remembering(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return normalise(text)
    const form = known.get(text) ?? normalise(text)
    if (known.size < REMEMBERED) known.set(text, form)
    return form
  }
}
