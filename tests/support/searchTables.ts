import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js'
import { pinyin } from 'pinyin-pro'
import { FINAL_MARKS, FINALS, INITIALS } from '../../content/domain/search/syllables.ts'
import { ROOT } from './sources.ts'

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

/** The 6,763 characters of GB2312. */
const gb2312 = (): string[] => hanOf('gb2312', [0xb0, 0xf7], [0xa1, 0xfe])

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

/** The table of readings as `pinyinTable.ts` must hold it. Throws when a reading is no syllable that the letters can write. */
export function makePinyinTable(): string {
  let previous = 0x4dff
  let table = ''
  for (const char of [...new Set([...gb2312(), ...shippedCharacters()])].sort()) {
    const reading = pinyin(char, { toneType: 'none', v: true })
    const initial = INITIALS.findLast((i) => reading.startsWith(i)) as string
    const final = FINALS.indexOf(reading.slice(initial.length))
    if (final < 0) throw new Error(`${char} 的读音 ${reading} 写不进读音表`)
    const gap = codePoint(char) - previous - 1
    previous = codePoint(char)
    table += (gap || '') + String.fromCharCode(65 + INITIALS.indexOf(initial)) + FINAL_MARKS[final]
  }
  return table
}

/** The traditional characters that are in daily use (level 1 of Big5) and their simplified ones, as `traditionalTable.ts` must hold them. */
export function makeTraditionalTable(): { gaps: string; simplified: string } {
  const convert = Converter({ from: 't', to: 'cn' })
  const known = new Set(gb2312())
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
