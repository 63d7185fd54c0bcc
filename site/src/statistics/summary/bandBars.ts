import type { TwinSide } from '../../numbers/figureSides.ts'

/** A number as a bar of its whole; a part that is tiny beside it has a second bar with a scale of its own. */
export type BandBar = {
  label: string
  text: string
  open: boolean
  /** Length in percent of the whole. */
  width: number
  /** What a full second bar would be, and the length of the part on it in percent; null where the first can be read. */
  own: { full: string; width: number } | null
}

/** A part below this share of its whole cannot be read off its bar. */
const TINY = 0.1
const STEPS = [1, 2, 5, 10]

/**
 * Bars of a figure and its counterweight, each of its whole from zero: shares of a hundred, cases of all cases.
 * @param cases all cases, of which counts of cases are parts
 */
export function bandBars(sides: readonly TwinSide[], cases: number): BandBar[] {
  return sides.flatMap((side) => {
    const value = Number(side.mark['data-value'] === '' ? Number.NaN : side.mark['data-value'])
    const whole = side.mark['data-unit'] === 'percent' ? 100 : side.unit === '件' ? cases : 0
    if (!Number.isFinite(value) || whole === 0 || value > whole) return []
    const full = value > 0 && value / whole < TINY ? stepAbove(value) : null
    return [
      {
        label: side.label,
        text: `${side.number}${side.unit}`,
        open: side.tone === 'open',
        width: percentOf(value, whole),
        own: full ? { full: `${full}${side.unit}`, width: percentOf(value, full) } : null,
      },
    ]
  })
}

/** The next round number that is no less: 3.84 → 5, 108 → 200. */
function stepAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = STEPS.find((s) => s * power >= value) as number
  return Math.round(step * power * 1000) / 1000
}

const percentOf = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10
