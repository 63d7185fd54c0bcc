import { PART_BORDER } from '#domain/search/index/positions'
import { CONCEPTS } from '#domain/search/words/concepts'
import { initialsOf } from '#domain/search/words/pinyin'

/** Characters that are cut into words of titles and of bodies before only every fourth record is, then every ninth. */
const TITLE_CHARACTERS = 300_000
const BODY_CHARACTERS = 1_500_000
/** Words that the list holds at most: a reader loads it before the first answer. */
const MOST_WORDS = 10_000
/** In so many records a word must stand. */
const SEEN = 2
const LONGEST_WORD = 8
/** Names are words whatever the segmenter says. */
const LONGEST_NAME = 16
/** Phrases for initials: so many records must show them, so many share the same initials at most. */
const SEEN_PHRASE = 3
const PHRASES = 6
/** Words of the built-in groups that name a thing or what became of it; the segmenter's own list lacks many of them. */
const EVERYDAY: ReadonlySet<string> = new Set(
  CONCEPTS.flatMap(({ term, words }) => [term, ...words]).filter((word) =>
    /^[^不没了着的在得到]{2,3}$/.test(word),
  ),
)
const HAN = /^[\u3400-\u9fff\u3007]+$/

/** Gathers the words by which questions are split, and the phrases that initials stand for. */
export class ListWords {
  private readonly segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })
  private readonly seen = new Map<string, number>()
  private readonly phrases = new Map<string, number>()
  private readonly names = new Set<string>()
  private readonly titles = new Sampled(TITLE_CHARACTERS)
  private readonly bodies = new Sampled(BODY_CHARACTERS)

  /** A name of a place, a department or a duty. */
  name(name: string): void {
    if (HAN.test(name) && name.length > 1 && name.length <= LONGEST_NAME) this.names.add(name)
  }

  /** Takes in one record. Of many records a falling share is cut, so that a hundred thousand take seconds. */
  record(title: string, body: string): void {
    const words = new Set<string>()
    if (this.titles.takes(title)) {
      const phrases = new Set<string>()
      this.cut(title, words, phrases)
      for (const phrase of phrases) this.phrases.set(phrase, (this.phrases.get(phrase) ?? 0) + 1)
    }
    if (this.bodies.takes(body)) this.cut(body, words)
    for (const word of words) this.seen.set(word, (this.seen.get(word) ?? 0) + 1)
  }

  /** The list: all names, then the words that most records hold. */
  list(): string[] {
    const words = [...this.seen]
      .filter(([word, seen]) => seen >= SEEN && word.length > 1 && !this.names.has(word))
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([word]) => word)
    return [...this.names, ...words].slice(0, MOST_WORDS).sort()
  }

  /** Initials and the phrases of the list and of word pairs that they may stand for, the commonest first. */
  initials(): Map<string, string[]> {
    const found = new Map<string, [string, number][]>()
    const all = new Map([...this.phrases, ...this.seen])
    for (const name of this.names) all.set(name, Math.max(all.get(name) ?? 0, SEEN_PHRASE))
    for (const [phrase, seen] of all) {
      if (seen < SEEN_PHRASE || phrase.length < 2 || phrase.length > LONGEST_WORD) continue
      const initials = initialsOf(phrase)
      found.set(initials, [...(found.get(initials) ?? []), [phrase, seen]])
    }
    return new Map(
      [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([initials, of]) => [
          initials,
          of
            .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
            .slice(0, PHRASES)
            .map(([phrase]) => phrase),
        ]),
    )
  }

  private cut(text: string, words: Set<string>, phrases?: Set<string>): void {
    for (const part of text.split(PART_BORDER)) {
      let [before, last, lastButOne] = ['', '', '']
      for (const { segment } of this.segmenter.segment(part)) {
        const isWord = HAN.test(segment) && segment.length <= LONGEST_WORD
        if (isWord) words.add(segment)
        if (phrases && isWord && before && before.length + segment.length <= LONGEST_WORD)
          phrases.add(before + segment)
        before = isWord ? segment : ''
        for (const joined of [last + segment, lastButOne + last + segment])
          if (EVERYDAY.has(joined)) words.add(joined)
        lastButOne = last
        last = segment
      }
    }
  }
}

/** Takes all texts up to so many characters, then every fourth, every ninth: together never twice as many. */
class Sampled {
  private readonly most: number
  private characters = 0
  private met = 0
  constructor(most: number) {
    this.most = most
  }

  takes(text: string): boolean {
    this.characters += text.length
    this.met++
    return this.met % Math.max(1, Math.ceil((this.characters / this.most) ** 2)) === 0
  }
}
