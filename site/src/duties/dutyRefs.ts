import type { World } from '#domain/world/world'
import { recordPath } from '../urls.ts'

/** A piece of running text, linked where it names another item of the duty list. */
export type TextPiece = { text: string; href: string | null }

/**
 * Splits a sentence such as “餐饮油烟归第47项” at the serials that it names, and links those that the same list
 * holds. The serial counts through the whole list, so it is enough to find the item.
 */
export function linkedSerials(sentence: string, sample: boolean, world: World): TextPiece[] {
  const pieces: TextPiece[] = []
  let last = 0
  for (const found of sentence.matchAll(/第(\d{1,3})项/g)) {
    const code = codeOfSerial(Number(found[1]), sample, world)
    if (!code) continue
    if (found.index > last) pieces.push({ text: sentence.slice(last, found.index), href: null })
    const title = world.need('duties', code).title
    pieces.push({ text: `${found[0]}（${title}）`, href: recordPath('duties', code) })
    last = found.index + found[0].length
  }
  if (last < sentence.length) pieces.push({ text: sentence.slice(last), href: null })
  return pieces
}

function codeOfSerial(serial: number, sample: boolean, world: World): string | undefined {
  for (let category = 1; category <= 7; category++) {
    const code = `${sample ? 'DEMO-' : ''}${category}-${serial}`
    if (world.get('duties', code)) return code
  }
  return undefined
}
