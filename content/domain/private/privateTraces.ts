import { CALLED_HAN, HAN } from './hanDigits.ts'
import { LIKE_ONE, LIKE_ZERO } from './oneSpelling.ts'

/** What a sign can be to a private number. */
const DIGIT = 1
const BETWEEN_DIGITS = 2
/** It may spell something in another way. */
const UNUSUAL = 4
/** A letter, or the sign of an address: of them plates, addresses, names in chats and papers are made. */
const LETTER = 8

/** Signs in which a text is as it looks. */
const USUAL =
  /[\n -~\u4e00-\u9fff\u3001\u3002\u3007-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f“”‘’—…·–㎡℃×]/
/** Signs that write a digit, or look like one. */
const DIGITS = HAN + CALLED_HAN + LIKE_ONE + LIKE_ZERO
const MARKS = /^[\p{P}\p{S}\p{Z}\sー]*$/u
const UNSEEN = /^[\p{C}\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}]$/u
/** What every sign can be, by its code. */
const SIGNS = new Uint8Array(65_536)
for (let code = 0; code < SIGNS.length; code++) {
  const sign = String.fromCharCode(code)
  const plain = sign.normalize('NFKC')
  let can = 0
  if (/^[0-9]/.test(plain) || DIGITS.includes(sign) || /\p{Nd}/u.test(sign)) can = DIGIT
  else if (UNSEEN.test(sign) || MARKS.test(plain)) can = BETWEEN_DIGITS
  SIGNS[code] = can | (USUAL.test(sign) ? 0 : UNUSUAL) | (/[A-Za-z@]/.test(plain) ? LETTER : 0)
}

/** Keys, dates and words of closed lists: of them only digits are looked at. */
const TOKEN = /^(?:[a-z0-9-]+|[A-Z]+-[0-9-]+|[0-9-]+T[0-9:+]+|[0-9a-f]{64}\.webp)$/

/** A key such as a reference: its letters are a word and write no digit, though some look like one. */
const KEY = /^[A-Z]{2,}-[0-9-]+$/

/** So many digits are looked at in any text, keys and moments too. */
const MANY = 11

/** Digits of the shortest private number without a letter: a paper or an account that is announced by its name. */
const SHORTEST = 5

/**
 * Whether a text can hold a private number at all; most texts cannot. It runs over every text of every record, so it
 * looks once at each sign.
 */
export function mayBePrivate(text: string): boolean {
  let digits = 0
  let most = 0
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    const can = SIGNS[text.charCodeAt(i)] as number
    seen |= can
    if (can & DIGIT) most = Math.max(most, ++digits)
    else if (!(can & BETWEEN_DIGITS)) digits = 0
  }
  if (most >= MANY) return !KEY.test(text) || text.replace(/[^0-9]/g, '').length >= MANY
  return ((seen & (UNUSUAL | LETTER)) !== 0 || most >= SHORTEST) && !TOKEN.test(text)
}
