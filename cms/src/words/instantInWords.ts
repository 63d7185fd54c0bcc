import { shanghaiMoment } from '#domain/dates'
import { dateWords } from '#domain/dateWords'

/** An instant (`2026-11-28T03:32:12.571Z`) in words, in Shanghai time; what is none stays as it is. */
export function instantInWords(instant: string): string {
  const ms = Date.parse(instant)
  return Number.isNaN(ms) ? instant : dateWords(shanghaiMoment(ms))
}
