import { ADDRESS_CHARACTERS } from './longText.ts'

/** What somebody searches for: a text, and the chosen values of each filter. */
export type Asked = { text: string; facets: Record<string, string[]> }

/** What the history of the tab keeps of a search and its address does not hold. */
export type KeptState = {
  /** A text too long for an address. */
  text?: string
  /** Hits that were on the page of each group where the reader asked for more. */
  shown?: Record<string, number>
  /** How far down the reader was, in CSS pixels. */
  y?: number
}

const FACET = 'f.'

/** Reads what is asked for from the part of an address after `?` and the state that the history keeps. */
export function readAsked(search: string, state: KeptState | null): Asked {
  const params = new URLSearchParams(search)
  // An address may hold any name, also one that every object has.
  const facets = new Map<string, string[]>()
  for (const [name, value] of params)
    if (name.startsWith(FACET)) {
      const id = name.slice(FACET.length)
      facets.set(id, [...(facets.get(id) ?? []), value])
    }
  return { text: (state?.text ?? params.get('q') ?? '').trim(), facets: Object.fromEntries(facets) }
}

/** The chosen values of filters that there are, and the names of others that an address held: they sift nothing. */
export function knownFacets(
  facets: Asked['facets'],
  known: readonly string[],
): { facets: Asked['facets']; unknown: string[] } {
  const all = Object.entries(facets)
  return {
    facets: Object.fromEntries(all.filter(([id]) => known.includes(id))),
    unknown: all.map(([id]) => id).filter((id) => !known.includes(id)),
  }
}

/** The part of an address after `?`, and what the history has to keep because no address may hold it. */
export function writeAsked({ text, facets }: Asked): { search: string; kept: KeptState } {
  const params = new URLSearchParams()
  const isShort = text.length <= ADDRESS_CHARACTERS
  if (text !== '' && isShort) params.set('q', text)
  for (const [id, values] of Object.entries(facets))
    for (const value of values) params.append(FACET + id, value)
  return { search: params.size > 0 ? `?${params}` : '', kept: isShort ? {} : { text } }
}

/** The same with one value of a filter added, or taken away where it was chosen. */
export function toggled(asked: Asked, id: string, value: string): Asked {
  const now = asked.facets[id] ?? []
  const next = now.includes(value) ? now.filter((v) => v !== value) : [...now, value]
  const { [id]: _, ...others } = asked.facets
  return { ...asked, facets: next.length > 0 ? { ...others, [id]: next } : others }
}

/** Characters of a question that its headings repeat. */
const NAMED = 24

/** A question as the page's headings name it: cut where it is long. */
export function namedText(text: string): string {
  return text.length > NAMED ? `${text.slice(0, NAMED)}……` : text
}

/** Words of a page's title; a text that no address may hold stands in no title either. */
export function titleWords(text: string): string {
  return text.length <= ADDRESS_CHARACTERS && text !== '' ? `${namedText(text)} - 搜索` : '搜索'
}
