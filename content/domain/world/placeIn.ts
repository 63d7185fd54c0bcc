/** Where a value stands in an ascending list, or would stand: before everything that is not less. */
export function placeIn<T extends string | number>(list: ArrayLike<T>, value: T): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] as T) < value) low = middle + 1
    else high = middle
  }
  return low
}
