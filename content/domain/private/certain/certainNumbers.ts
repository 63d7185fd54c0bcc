import { hanDigitsPlain } from '../digitRuns.ts'
import { likeDigitsPlain } from '../oneSpelling.ts'
import { type PrivateNumber, privateNumbers } from '../privateNumbers.ts'
import { privateSigns } from '../privateSigns.ts'
import { mayBePrivate } from '../privateTraces.ts'

/**
 * What an office's own way to be reached may be where a text stands: nothing; a landline; an e-mail address too; also a
 * mobile number that it has published for everybody.
 */
export type OfficialContact = 'none' | 'landline' | 'mail' | 'numbers'
const MAY_STAND: Record<OfficialContact, readonly string[]> = {
  none: [],
  landline: [],
  mail: ['邮箱'],
  numbers: ['邮箱', '手机号'],
}

/**
 * The private numbers in a text that is to become public: mobile and identity numbers, plates, bank cards, e-mail,
 * WeChat and QQ, passports and military papers, in whatever way they are spelled. Landlines pass, and the numbers of
 * things (`WS-2026-770001`, meters, orders, hashes).
 * @param plain the same text in one spelling
 * @param official what of an office may stand there
 */
export function certainNumbers(
  text: string,
  plain: string,
  official: OfficialContact = 'none',
): PrivateNumber[] {
  if (!mayBePrivate(text)) return []
  const counted = hanDigitsPlain(plain)
  const like = likeDigitsPlain(plain)
  return [
    ...privateNumbers(plain),
    ...(like ? privateNumbers(like) : []),
    ...privateSigns(plain),
    ...(counted ? privateSigns(counted) : []),
  ].filter(({ kind }) => !MAY_STAND[official].includes(kind))
}
