/** A source of chance that gives the same draws on every machine: whole-number arithmetic only, no Math.log or Math.pow. */
export type Random = {
  /** A number in [0, 1). */
  next: () => number
  /** A whole number from a to b, both included. */
  int: (a: number, b: number) => number
  chance: (p: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** One of the list, each in proportion to its weight. Throws when no weight is above zero. */
  weighted: <T>(list: readonly T[], weight: (item: T, index: number) => number) => T
  /** A draw from a distribution given by evenly spaced quantiles, joined by straight lines. */
  quantile: (table: readonly number[]) => number
}

function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Chance that depends on nothing but the given words, so a changed case leaves the others as they were. */
export function randomOf(...seed: (string | number)[]): Random {
  let state = hash(seed.join('|'))
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (a: number, b: number) => a + Math.floor(next() * (b - a + 1))
  return {
    next,
    int,
    chance: (p) => next() < p,
    pick: (list) => list[int(0, list.length - 1)] as (typeof list)[number],
    weighted(list, weight) {
      const weights = list.map(weight)
      let left = next() * weights.reduce((a, b) => a + b, 0)
      const index = weights.findIndex((w) => {
        left -= w
        return w > 0 && left < 0
      })
      const last = weights.findLastIndex((w) => w > 0)
      if (last < 0) throw new Error('没有一项的权重大于零，无法抽取')
      return list[index < 0 ? last : index] as (typeof list)[number]
    },
    quantile(table) {
      const at = next() * (table.length - 1)
      const i = Math.floor(at)
      const low = table[i] as number
      return low + ((table[i + 1] ?? low) - low) * (at - i)
    },
  }
}
