import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js'
import { pinyin } from 'pinyin-pro'
import { gb2312Characters } from '../../../content/domain/search/words/gb2312.ts'
import { FINAL_MARKS, FINALS, INITIALS } from '../../../content/domain/search/words/syllables.ts'
import { ROOT } from '../sources.ts'

/** Han characters of a double-byte character set, over its ranges of lead and trail bytes. */
function hanOf(label: string, lead: readonly [number, number], trail: readonly [number, number]): string[] {
  const decoder = new TextDecoder(label)
  const found: string[] = []
  for (let a = lead[0]; a <= lead[1]; a++)
    for (let b = trail[0]; b <= trail[1]; b++) {
      const char = decoder.decode(Uint8Array.of(a, b))
      if (/^[\u4e00-\u9fff]$/.test(char)) found.push(char)
    }
  return found
}

/** Characters of the content that the repository ships. */
function shippedCharacters(): string[] {
  const folders = ['content/seed', 'content/sample', 'content/sample/duties', 'content/sample/situations']
  const texts = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(ROOT, folder, entry.name), 'utf8')),
  )
  return texts.join('').match(/[\u4e00-\u9fff]/g) ?? []
}

const codePoint = (char: string) => char.codePointAt(0) as number

/** Readings of characters in their order: initial, final, and how often it follows itself where it does. */
function readingsOf(characters: readonly string[]): string {
  const marks = characters.map((char) => {
    const reading = pinyin(char, { toneType: 'none', v: true })
    const initial = INITIALS.findLast((i) => reading.startsWith(i)) as string
    const final = FINALS.indexOf(reading.slice(initial.length))
    if (final < 0) throw new Error(`${char} 的读音 ${reading} 写不进读音表`)
    return String.fromCharCode(65 + INITIALS.indexOf(initial)) + FINAL_MARKS[final]
  })
  let table = ''
  for (let at = 0, next = 0; at < marks.length; at = next) {
    while (marks[next] === marks[at]) next++
    table += `${marks[at]}${next - at > 1 ? next - at : ''}`
  }
  return table
}

/** The tables of readings as `pinyinTable.ts` must hold them. Throws when a reading cannot be written in its marks. */
export function makePinyinTable(): { readings: string; others: string; otherReadings: string } {
  const characters = Array.from(gb2312Characters())
  const known = new Set(characters)
  const others = [...new Set(shippedCharacters())].filter((char) => !known.has(char)).sort()
  return { readings: readingsOf(characters), others: others.join(''), otherReadings: readingsOf(others) }
}

/** The traditional characters that are in daily use (level 1 of Big5) and their simplified ones, as `traditionalTable.ts` must hold them. */
export function makeTraditionalTable(): { gaps: string; simplified: string } {
  const convert = Converter({ from: 't', to: 'cn' })
  const known = new Set(gb2312Characters())
  let previous = 0x4dff
  let gaps = ''
  let simplified = ''
  for (const char of [...new Set(hanOf('big5', [0xa4, 0xc6], [0x40, 0xfe]))].sort()) {
    const simple = convert(char)
    if (simple === char || !known.has(simple)) continue
    const gap = codePoint(char) - previous - 1
    previous = codePoint(char)
    gaps += gap < 26 ? String.fromCharCode(97 + gap) : `${gap}.`
    simplified += simple
  }
  return { gaps, simplified }
}
