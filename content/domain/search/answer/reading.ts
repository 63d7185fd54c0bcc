import type { Fingerprints } from '../index/fingerprints.ts'
import type { TermEntry } from '../index/termEntry.ts'
import { pinyinOf } from '../words/pinyin.ts'
import type { SearchedSlot } from './repairs.ts'
import { soundPairs } from './sounds.ts'

/** What it costs a reading when a pair does not begin with the character that the one before ended with. */
const BROKEN = 6
/** How much a pair counts that is no word of the list, and one of which a character only sounds nearly as was typed. */
const NO_WORD = 0.5
const NEARLY = 0.7
/** Stands for a syllable that no record holds beside its neighbour. */
const UNREAD = '\u0000'

/** Characters that their usual reading hides: 了 is liao by itself, and le behind every verb. */
const PARTICLES = new Map([['le', '了']])

type Path = { text: string; worth: number }

/**
 * The Han for typed syllables that words of the records make, pair by pair along each run.
 * @returns undefined where a syllable of every run has none: half a reading would say what was not typed
 */
export function readingOf(
  sounds: readonly string[][],
  found: readonly SearchedSlot[],
  words: Pick<Fingerprints, 'has'>,
): string | undefined {
  const byKey = new Map(found.map(({ slot, entries }) => [slot.key, entries]))
  const readings = sounds.map((syllables) => readRun(syllables, byKey, words))
  return readings.filter((reading) => reading !== undefined).join('') || undefined
}

function readRun(
  syllables: readonly string[],
  byKey: ReadonlyMap<string, readonly TermEntry[]>,
  words: Pick<Fingerprints, 'has'>,
): string | undefined {
  let paths: Path[] = [{ text: UNREAD, worth: 0 }]
  soundPairs(syllables).forEach(({ key }, at) => {
    const [first, second] = [syllables[at] as string, syllables[at + 1] as string]
    const best = bestOf(paths)
    const next = new Map<string, Path>()
    for (const entry of byKey.get(key) ?? []) {
      const { term } = entry
      const worth = worthOf(entry, [first, second], words)
      if (term.length !== 2 || worth === 0) continue
      const before = paths.find(({ text }) => text.endsWith(term.charAt(0)))
      const from = before ?? {
        text: best.text.slice(0, -1) + term.charAt(0),
        worth: best.worth - breakOf(best),
      }
      const path = { text: from.text + term.charAt(1), worth: from.worth + worth }
      if (path.worth > (next.get(term.charAt(1))?.worth ?? Number.NEGATIVE_INFINITY))
        next.set(term.charAt(1), path)
    }
    paths =
      next.size > 0
        ? [...next.values()]
        : [{ text: best.text + (PARTICLES.get(second) ?? UNREAD), worth: best.worth }]
  })
  const { text } = bestOf(paths)
  return text.includes(UNREAD) ? undefined : text
}

/** A path whose last syllable is not read yet takes any. */
function breakOf({ text }: Path): number {
  return text.endsWith(UNREAD) ? 0 : BROKEN
}

function bestOf(paths: readonly Path[]): Path {
  return paths.reduce((best, path) => (path.worth > best.worth ? path : best))
}

/** How much speaks for a pair: how many records hold it or are led to by it, and whether it is a word, said as typed. */
function worthOf(
  { term, docs, near }: TermEntry,
  typed: readonly [string, string],
  words: Pick<Fingerprints, 'has'>,
): number {
  const nearly = typed.filter((syllable, i) => pinyinOf(term.charAt(i)) !== syllable).length
  return Math.log(1 + docs.length + near.length) * (words.has(term) ? 1 : NO_WORD) * NEARLY ** nearly
}
