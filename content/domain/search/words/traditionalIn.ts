import { knowsTraditional, OTHER_FORMS } from '../../otherForms.ts'
import { pinyinOf } from './pinyin.ts'

/**
 * Whether a text may hold traditional characters that are not known yet, so that its normal form is not sure: a character
 * that no list of simplified ones has.
 */
export function needsTraditional(text: string): boolean {
  if (knowsTraditional()) return false
  for (const [char] of text.normalize('NFKC').matchAll(/[\u4e00-\u9fff]/g))
    if (pinyinOf(char) === undefined && !OTHER_FORMS.has(char)) return true
  return false
}
