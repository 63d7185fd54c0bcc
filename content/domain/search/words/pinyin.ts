import { isHan } from '../../normalise.ts'
import { gb2312Characters } from './gb2312.ts'
import { OTHER_CHARACTERS, OTHER_READINGS, READINGS_OF_GB2312 } from './pinyinTable.ts'
import { FINAL_MARKS, FINALS, INITIALS } from './syllables.ts'

/** Stands between the syllables of a key, so that no two terms of different syllables share one. */
const BETWEEN = '\u0001'
const READINGS = readTable()
const SYLLABLES: ReadonlySet<string> = new Set(READINGS.values())
const LONGEST_SYLLABLE = 6

function readTable(): Map<string, string> {
  const readings = new Map<string, string>()
  const put = (characters: string, table: string) => {
    let at = 0
    for (const [, initial, final, times] of table.matchAll(/([A-Z])([^A-Z\d])(\d*)/g)) {
      const begins = INITIALS[(initial as string).charCodeAt(0) - 65] as string
      const reading = begins + FINALS[FINAL_MARKS.indexOf(final as string)]
      for (let left = Number(times || 1); left > 0; left--) readings.set(characters.charAt(at++), reading)
    }
  }
  put(gb2312Characters(), READINGS_OF_GB2312)
  put(OTHER_CHARACTERS, OTHER_READINGS)
  return readings
}

/** The usual reading of a character, without tone and with `v` for ü; undefined when it is not in the table. */
export function pinyinOf(char: string): string | undefined {
  return READINGS.get(char)
}

const HEARD = new Map<string, string>()

/** A syllable as those hear it who do not tell zh from z, ng from n, n from l. */
export function fuzzy(syllable: string): string {
  const known = HEARD.get(syllable) ?? hear(syllable)
  HEARD.set(syllable, known)
  return known
}

function hear(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/([aeio])ng$/, '$1n')
}

/** Fuzzy syllables of a term in normal form; a character without a reading, a letter or a digit stands for itself. */
export function keyOfHan(term: string): string {
  return Array.from(term, (char) => fuzzyOf(char)).join(BETWEEN)
}

/** The key of syllables that are fuzzy already. */
export function keyOfHeard(heard: readonly string[]): string {
  return heard.join(BETWEEN)
}

/** The first syllable of a key. */
export function firstOfKey(key: string): string {
  const end = key.indexOf(BETWEEN)
  return end < 0 ? key : key.slice(0, end)
}

/** Common characters with a second reading that words of this field use: 还建房 is huan, 银行 is hang. */
const SECOND_READINGS = new Map(
  '还huan 行hang 长zhang 重chong 调diao 乐yue 弹dan 藏zang 厦xia 校jiao 露lou 降xiang 传zhuan 扎za 卡qia 差chai 薄bo 参shen 朝zhao 曾zeng 都du 了le 没mo 什shi 单shan 石dan 宿su 血xie 壳qiao 泊po 圈juan 率shuai'
    .split(' ')
    .map((one) => [one.charAt(0), fuzzy(one.slice(1))]),
)
const MOST_KEYS = 4

/** Every key that a term may be typed with, the usual one first. */
export function keysOfHan(term: string): string[] {
  let keys: string[][] = [[]]
  for (const char of term) {
    const usual = fuzzyOf(char)
    const second = SECOND_READINGS.get(char)
    const both = second === undefined || second === usual ? [usual] : [usual, second]
    keys = both.flatMap((heard) => keys.map((key) => [...key, heard])).slice(0, MOST_KEYS)
  }
  return keys.map((key) => key.join(BETWEEN))
}

/** Fuzzy syllable of one character, itself where it has no reading. */
export function fuzzyOf(char: string): string {
  const reading = READINGS.get(char)
  return reading === undefined ? char : fuzzy(reading)
}

/** The key that Han written with these syllables has. */
export function keyOfSyllables(syllables: readonly string[]): string {
  return syllables.map(fuzzy).join(BETWEEN)
}

/** First letters of a term's syllables; what is not Han stands for itself. */
export function initialsOf(term: string): string {
  return Array.from(term, (char) => (isHan(char, 0) ? (READINGS.get(char)?.charAt(0) ?? char) : char)).join(
    '',
  )
}

/**
 * Letters cut into the fewest syllables, an apostrophe always being a border; among equals the longer first syllable
 * wins. Null when they cannot be cut.
 */
export function syllablesOf(letters: string): string[] | null {
  const syllables: string[] = []
  for (const part of letters.replace(/ü/g, 'v').split(/['’]/)) {
    const cut = cutPart(part)
    if (cut === null) return null
    syllables.push(...cut)
  }
  return syllables.length > 0 ? syllables : null
}

/** From the end: how many syllables the rest takes from each place, and how long the first of them is. */
function cutPart(part: string): string[] | null {
  const counts: number[] = [0]
  const lengths: number[] = [0]
  for (let rest = 1; rest <= part.length; rest++) {
    let count = Number.POSITIVE_INFINITY
    let first = 0
    for (let length = 1; length <= Math.min(LONGEST_SYLLABLE, rest); length++) {
      const others = counts[rest - length] as number
      if (others + 1 > count || others === Number.POSITIVE_INFINITY) continue
      const start = part.length - rest
      if (!SYLLABLES.has(part.slice(start, start + length))) continue
      count = others + 1
      first = length
    }
    counts.push(count)
    lengths.push(first)
  }
  if (counts[part.length] === Number.POSITIVE_INFINITY) return null
  const syllables: string[] = []
  for (let at = 0; at < part.length; at += syllables[syllables.length - 1]?.length ?? 1) {
    const length = lengths[part.length - at] as number
    syllables.push(part.slice(at, at + length))
  }
  return syllables
}
