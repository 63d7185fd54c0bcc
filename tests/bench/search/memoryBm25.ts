import MiniSearch from 'minisearch'
import { normalise } from '#domain/normalise'

export type PlainDocument = { id: string; title: string; body: string }

const HAN_RUN = /[\u3400-\u9fff]+/g
const LETTERS = /[a-z\d]+/g

/** BM25 in memory over words and character pairs, as a library comes: what a search without any budget does. */
export class MemoryBm25 {
  private readonly index: MiniSearch<PlainDocument>
  constructor(documents: readonly PlainDocument[]) {
    const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })
    const tokens = (text: string) => {
      const form = normalise(text)
      const words = [...segmenter.segment(form)].filter((s) => s.isWordLike).map((s) => s.segment)
      const pairs = [...form.matchAll(HAN_RUN)].flatMap(([run]) =>
        Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
      )
      return [...new Set([...words, ...pairs, ...[...form.matchAll(LETTERS)].map(([run]) => run)])]
    }
    this.index = new MiniSearch({
      fields: ['title', 'body'],
      tokenize: tokens,
      searchOptions: { boost: { title: 4 }, combineWith: 'OR' },
    })
    this.index.addAll(documents)
  }

  ask(text: string, most = 10): string[] {
    return this.index
      .search(text)
      .slice(0, most)
      .map(({ id }) => String(id))
  }
}
