import type { PagefindData } from './pagefind.ts'

/** Hits as stacked entries: title, kind, state, place, what it is about, and the words by which it was found. */
export function SearchHits({ hits }: { hits: readonly PagefindData[] }) {
  return (
    <ul className="idx">
      {hits.map((hit) => (
        <li key={hit.raw_url} data-origin={hit.meta.sample ? 'sample' : undefined}>
          <a href={hit.raw_url}>{hit.meta.title}</a> {hit.meta.sample && <span className="tag">演示</span>}
          <p className="s q">
            {[hit.meta.kind, hit.meta.state, hit.meta.place, hit.meta.number].filter(Boolean).join(' · ')}
          </p>
          {hit.meta.about ? (
            <About text={hit.meta.about} found={foundWords(hit.excerpt)} />
          ) : (
            <Excerpt marked={hit.excerpt} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** Found words shown of a hit. */
const MOST_WORDS = 5

/** The marked words of an excerpt, neighbours joined, each once; single characters only where nothing longer was found. */
function foundWords(marked: string): string[] {
  const joined = marked.replaceAll('\u200b', '').replaceAll('</mark><mark>', '')
  const all = [...joined.matchAll(/<mark>(.*?)<\/mark>/g)].map((m) =>
    (m[1] as string).replace(/[。，、：；（）]/g, ''),
  )
  const long = all.filter((word) => word.length > 1)
  return [...new Set(long.length > 0 ? long : all)].slice(0, MOST_WORDS)
}

/** The beginning of a record, its found words marked; words that stand elsewhere in it are named below. */
function About({ text, found }: { text: string; found: string[] }) {
  const here = found.filter((word) => text.includes(word))
  const elsewhere = found.filter((word) => !here.includes(word))
  const pattern = here.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const parts = here.length > 0 ? text.split(new RegExp(`(${pattern})`)) : [text]
  return (
    <>
      <p className="s">
        {parts
          .map((part, place) => ({ part, place }))
          .map(({ part, place }) =>
            place % 2 ? <mark key={place}>{part}</mark> : <span key={place}>{part}</span>,
          )}
      </p>
      {elsewhere.length > 0 && <p className="s q">对上的词：{elsewhere.join('、')}</p>}
    </>
  )
}

/** Pagefind's excerpt is text with `<mark>` around the found words; it is split here, never set as HTML. */
function Excerpt({ marked }: { marked: string }) {
  const text = (part: string) =>
    part.replaceAll('\u200b', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const parts = marked.split(/<\/?mark>/).map((part, place) => ({ part, place }))
  return (
    <p className="s">
      {parts.map(({ part, place }) =>
        place % 2 ? <mark key={place}>{text(part)}</mark> : <span key={place}>{text(part)}</span>,
      )}
    </p>
  )
}
