import type { PagefindData } from './pagefind.ts'

/** Hits as stacked entries: kind, title, state, place and an excerpt with the found words marked. */
export function SearchHits({ hits }: { hits: readonly PagefindData[] }) {
  return (
    <ul className="idx">
      {hits.map((hit) => (
        <li key={hit.raw_url} data-origin={hit.meta.sample ? 'sample' : undefined}>
          <a href={hit.raw_url}>{hit.meta.title}</a> {hit.meta.sample && <span className="tag">演示</span>}
          <p className="s q">
            {[hit.meta.kind, hit.meta.state, hit.meta.place, hit.meta.number].filter(Boolean).join(' · ')}
          </p>
          <Excerpt marked={hit.excerpt} />
        </li>
      ))}
    </ul>
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
