import { normalise } from './normalise.ts'

/** Text in which there is nothing to clean: the common case, told without looking twice. */
const CLEAN =
  /^(?=\S)[\u0020-\u007e\u00b0-\u00d6\u2013-\u2026\u2190-\u2193\u3001-\u3011\u3014\u3015\u4e00-\u9fff\uff01\uff08\uff09\uff0b\uff0c\uff1a\uff1b\uff1d\uff1f]*(?<=\S)$/

/**
 * Control, format and private-use characters, halves of characters, selectors of variants, fillers, the Braille blank,
 * and the joiner except where it makes one emoji of two.
 */
const UNSEEN =
  /(?!\n|(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic}))[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g

/**
 * Characters that are another way to write a plain one, with no other meaning: full-width letters and digits, radicals
 * that stand for the character itself, ligatures. Signs such as ² or ㎡ or ① say something and stay.
 */
const SPELLINGS = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2e80-\u2fd5\ufb00-\ufb06]/g
/** Radicals for which Unicode knows no plain character, as copied from PDF files. */
const RADICALS: Record<string, string> = Object.fromEntries(
  [
    ...'⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺠民⻅见⻢马⻛风⻓长⺎兀⺏尣⺐尢⺔卩⺙攵⺜日⺞歺⺡氵⺨犭⺭礻⺮竹⺶羊⺼月⻂衤⻊足⻌辶⻏阝⻖阝',
  ].reduce<[string, string][]>(
    (pairs, sign, i, all) => (i % 2 === 0 ? [...pairs, [sign, all[i + 1] as string]] : pairs),
    [],
  ),
)

/**
 * A text as it is kept: one spelling for what looks alike, no character that nobody sees, no blanks around it.
 * Every line end becomes `\n`; a tab becomes a blank.
 */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text
  return text
    .replace(LINE_ENDS, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '')
    .replace(SPELLINGS, (sign) => RADICALS[sign] ?? sign.normalize('NFKC'))
    .normalize('NFC')
    .trim()
}

/** The same for a text of one line. */
export function cleanLine(text: string): string {
  const clean = cleanText(text)
  return clean.includes('\n') ? clean.replace(/\s*\n\s*/g, ' ') : clean
}

const BLANK = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** Whether a reader sees nothing of a text. */
export function isBlank(text: string): boolean {
  return BLANK.test(text)
}

/** A Han character with marks set upon it: it reads as without them. */
const MARKED_HAN = /(\p{Script=Han})\p{M}+/gu

/** Two names that readers take for the same have the same sameness: in either script, in any width, with any blanks. */
export function nameSameness(name: string): string {
  const joined = cleanLine(name)
    .normalize('NFKC')
    .replace(/[\p{White_Space}\u200d]/gu, '')
  return normalise(joined.replace(MARKED_HAN, '$1'))
}
