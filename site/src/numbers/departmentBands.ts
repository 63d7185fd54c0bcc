import { type Figure, percent } from '#domain/figures/figure'
import { byName } from '../byName.ts'

/** Where a department stands against the whole, as far as the 95 % intervals can tell. */
export const BAND_WORDS = {
  above: { label: '高于总体', why: '区间整个在总体右边' },
  level: { label: '和总体分不开', why: '区间跨过总体' },
  below: { label: '低于总体', why: '区间整个在总体左边' },
  few: { label: '次数太少', why: '' },
} as const
export type BandId = keyof typeof BAND_WORDS
const BAND_ORDER: readonly BandId[] = ['above', 'level', 'below', 'few']

/** One department in the comparison: integers always, share and interval only where there are enough rows. */
export type Standing = {
  key: string
  name: string
  numerator: number
  denominator: number
  share: number | null
  interval: [number, number] | null
}

/** A share as a standing: below `minimum` rows no share is said. */
export function standingOf(key: string, name: string, figure: Figure): Standing {
  const enough = figure.denominator >= figure.metric.minimum
  return {
    key,
    name,
    numerator: figure.numerator,
    denominator: figure.denominator,
    share: enough ? figure.value : null,
    interval: enough ? figure.interval : null,
  }
}

/**
 * Groups departments into bands that the intervals can separate from the whole; never a rank. Within a band the
 * order is the names'. Bands without departments are left out.
 */
export function bandsOf(
  standings: readonly Standing[],
  whole: Pick<Figure, 'numerator' | 'denominator'>,
): { id: BandId; standings: Standing[] }[] {
  const share = percent(whole.numerator, whole.denominator)
  const bandOf = ({ interval }: Standing): BandId => {
    if (!interval || share === null) return 'few'
    if (interval[0] > share) return 'above'
    return interval[1] < share ? 'below' : 'level'
  }
  return BAND_ORDER.map((id) => ({
    id,
    standings: standings.filter((s) => bandOf(s) === id).sort(byName),
  })).filter((band) => band.standings.length > 0)
}
