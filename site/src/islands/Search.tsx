import { useEffect, useState } from 'react'
import { loadIndex, type SearchIndex } from './pagefind.ts'
import { SearchFilters } from './SearchFilters.tsx'
import { SearchHits } from './SearchHits.tsx'
import { type Query, readQuery, toggled, writeQuery } from './searchAddress.ts'
import { type Found, type SearchGroup, searching } from './searching.ts'

type List = { href: string; words: string }
type Props = {
  lists: List[]
  /** Labels of the filters in their order. */
  filters: string[]
  /** Hits that stand before all others. */
  groups: SearchGroup[]
}
const A_PAGE = 10

/** Searches in the reader's browser. Without script, or from disk, its first sentence and the plain lists stay. */
export function Search({ lists, filters, groups }: Props) {
  const [index, setIndex] = useState<SearchIndex | 'none' | 'failed' | null>(null)
  const [query, setQuery] = useState<Query | null>(null)
  const [found, setFound] = useState<Found | null>(null)
  const [shown, setShown] = useState(A_PAGE)

  useEffect(() => {
    const asked = readQuery(location.search)
    setQuery(asked)
    const input = document.querySelector<HTMLInputElement>('#q')
    if (input) input.value = asked.words
    loadIndex().then(
      (loaded) => setIndex(loaded ?? 'none'),
      () => setIndex('failed'),
    )
  }, [])

  useEffect(() => {
    if (!query || !index || index === 'none' || index === 'failed') return
    let current = true
    searching(index, query, groups, shown).then(
      (result) => current && setFound(result),
      () => current && setIndex('failed'),
    )
    return () => {
      current = false
    }
  }, [index, query, groups, shown])

  const change = (next: Query) => {
    history.replaceState(null, '', writeQuery(next))
    setShown(A_PAGE)
    setQuery(next)
  }

  if (!query)
    return (
      <Plain lists={lists} words="搜索在浏览器里进行，要用脚本；没有脚本或从磁盘打开时，请用这些清单。" />
    )
  if (index === 'failed')
    return <Plain lists={lists} words="搜索没有载入成功。请过一会儿再试，或用这些清单。" />
  if (index === 'none')
    return <Plain lists={lists} words="搜索索引正在准备，几秒钟后再试；也可以用这些清单。" />
  const isAsked = query.words !== '' || Object.keys(query.filters).length > 0
  if (!isAsked) return <Plain lists={lists} words="用平常的话说这件事，比如“楼上掉墙皮”。也可以从清单找。" />
  if (!found) return <p aria-live="polite">正在找“{query.words}”……</p>
  return (
    <div className="list">
      <section className="res" aria-labelledby="h-hits">
        <h2 id="h-hits" aria-live="polite">
          {query.words ? `“${query.words}”` : '按筛选'}
          <span className="cnt">找到{found.total}条</span>
        </h2>
        {found.total === 0 && (
          <Plain lists={lists} words="没有找到。换一个说法，去掉一些筛选，或从清单找。" />
        )}
        {found.total > 0 && (
          <p className="s toF">
            <a href="#shaixuan">筛选 ↓</a>
          </p>
        )}
        {found.groups.map(({ group, total, hits }) => (
          <section className="sub" key={group.title}>
            <h3>
              {group.title}
              <span className="cnt">{total}条</span>
            </h3>
            <SearchHits hits={hits} />
            {total > hits.length && (
              <p className="more">
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    change({ ...query, filters: { ...query.filters, [group.filter]: group.values } })
                  }
                >
                  只看这{total}条
                </button>
              </p>
            )}
          </section>
        ))}
        {found.hits.length > 0 && found.groups.length > 0 && <h3 className="sub">其余</h3>}
        <SearchHits hits={found.hits} />
        {found.more && (
          <p className="more">
            <button type="button" className="link" onClick={() => setShown(shown + A_PAGE)}>
              再看{A_PAGE}条
            </button>
          </p>
        )}
      </section>
      <SearchFilters
        order={filters}
        total={found.total}
        counts={found.filters}
        chosen={query.filters}
        toggle={(label, value) => change(toggled(query, label, value))}
      />
    </div>
  )
}

function Plain({ words, lists }: { words: string; lists: List[] }) {
  return (
    <section className="res sub">
      <p>{words}</p>
      <p className="try">
        {lists.map((list) => (
          <a key={list.href} href={list.href}>
            {list.words}
          </a>
        ))}
      </p>
    </section>
  )
}
