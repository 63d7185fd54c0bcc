/** What deciding how finely a place may be published needs of an area. */
export type PlaceArea = {
  key: string
  name: string
  households?: number | undefined
  parent?: string | undefined
  /** Names that it had before. */
  earlierNames?: readonly string[] | undefined
}

/** Households of which one can no longer tell which it was, while the settings say nothing else. */
export const ENOUGH_HOUSEHOLDS = 30

/**
 * The place at which something of a resident is published, from their own: the finest that has enough households, and
 * where nobody knows of one that has, the next above their own. Too small places are not named: one could tell from them
 * who it was. Households that nobody knows are too few.
 */
export function publicPlace<A extends PlaceArea>(
  own: A,
  areaOf: (key: string) => A | undefined,
  enough: number = ENOUGH_HOUSEHOLDS,
): { place: A; finer: A[] } {
  const way = [own]
  for (let at = above(own, areaOf); at && !way.includes(at); at = above(at, areaOf)) way.push(at)
  const found = way.findIndex((area) => (area.households ?? 0) >= enough)
  const index = found >= 0 ? found : Math.min(1, way.length - 1)
  return { place: way[index] as A, finer: way.slice(0, index) }
}

function above<A extends PlaceArea>(area: A, areaOf: (key: string) => A | undefined): A | undefined {
  return area.parent === undefined ? undefined : areaOf(area.parent)
}

/** Endings that people leave out when they say a name. */
const ENDING = /(?:自然村|社区居委会|村委会|小区|社区|花园|家园|新村|村|苑|组)$/

/**
 * The names by which the finer places are or were called, the longest first: whole, without what stands in brackets, and
 * without the ending, where two characters are left and the public name does not hold them.
 */
export function namesOfFiner(finer: readonly PlaceArea[], place: PlaceArea): string[] {
  const called = finer.flatMap(({ name, earlierNames = [] }) => [name, ...earlierNames])
  const names = called.flatMap((name) => {
    const plain = publicNameOf({ name })
    return [name, plain, plain.replace(ENDING, '')]
  })
  return [...new Set(names)]
    .filter((name) => name.length >= 2 && !place.name.includes(name))
    .sort((a, b) => b.length - a.length)
}

/** The name of a place as texts say it, without what stands in brackets. */
export function publicNameOf({ name }: Pick<PlaceArea, 'name'>): string {
  return name.replace(/（[^）]*）$/, '')
}

/** A text in which the public place stands wherever a finer one was named. */
export function withoutFiner(text: string, names: readonly string[], place: PlaceArea): string {
  const said = publicNameOf(place)
  const clean = names.reduce((all, name) => all.replaceAll(name, said), text)
  return clean === text ? text : clean.replaceAll(said + said, said)
}
