/** An instant as programs write it, with its zone. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/
const HALF_DAY = /(?<!\d)(\d{1,2})(:\d{2})(?::\d{2})? ?([AP])\.?M\.?$/i
const SHANGHAI_MS = 8 * 3_600_000

/** A time in the spellings of programs, which people never type, in that of our cells: by the clock in Shanghai, hours to 24. */
export function machineTime(text: string): string {
  if (INSTANT.test(text)) {
    const at = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
    return Number.isNaN(at) ? text : new Date(at + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ')
  }
  return text.replace(HALF_DAY, (all, hour: string, minutes: string, half: string) => {
    const said = Number(hour)
    if (said < 1 || said > 12) return all
    return `${(said % 12) + (half.toUpperCase() === 'P' ? 12 : 0)}${minutes}`
  })
}
