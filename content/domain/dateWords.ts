import { precisionOf } from './dates.ts'

/** A date in words, as precise as it is known: 2022年11月30日 09:20. Throws on text that is no date of ours. */
export function dateWords(value: string): string {
  const [y, m, d] = value.slice(0, 10).split('-')
  switch (precisionOf(value)) {
    case 'year':
      return `${y}年`
    case 'month':
      return `${y}年${Number(m)}月`
    case 'day':
      return `${y}年${Number(m)}月${Number(d)}日`
    case 'minute':
      return `${y}年${Number(m)}月${Number(d)}日 ${value.slice(11, 16)}`
  }
}
