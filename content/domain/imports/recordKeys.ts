import { isHan, normalise } from '../normalise.ts'
import { pinyinOf } from '../search/words/pinyin.ts'

/** An address name made of a name: its syllables, or its letters. Empty when nothing of it can be read. */
export function slugOf(name: string): string {
  let out = ''
  const text = normalise(name)
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (isHan(text, at)) out += pinyinOf(sign) ?? ''
    else out += /[a-z0-9]/.test(sign) ? sign : '-'
  }
  return out.replace(/-+/g, '-').replace(/^-|-$/g, '').slice(0, 60).replace(/-$/, '')
}

/** Hands out keys that nobody has or ever had. */
export class FreeKeys {
  readonly #taken: Set<string>
  readonly #last = new Map<string, number>()

  /** @param taken every key that is in use, was ever public, or that an earlier import gave away */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken)
  }

  isTaken(key: string): boolean {
    return this.#taken.has(key)
  }

  take(key: string): void {
    this.#taken.add(key)
  }

  /** The name itself, or with the first number after it that makes it free. */
  slug(name: string): string {
    const slug = slugOf(name) || 'x'
    for (let n = 1; ; n++) {
      const key = n === 1 ? slug : `${slug}-${n}`
      if (this.#taken.has(key)) continue
      this.take(key)
      return key
    }
  }

  /** The next running number after the greatest: `WS-2022-` and six digits, `TX-2022-` and four. */
  numbered(before: string, digits: number): string {
    const last = this.#last.get(before) ?? this.#greatest(before)
    this.#last.set(before, last + 1)
    const key = `${before}${String(last + 1).padStart(digits, '0')}`
    this.take(key)
    return key
  }

  #greatest(before: string): number {
    let greatest = 0
    for (const key of this.#taken)
      if (key.startsWith(before)) greatest = Math.max(greatest, Number(key.slice(before.length)) || 0)
    return greatest
  }
}
