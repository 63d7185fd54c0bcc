import { placeIn } from './placeIn.ts'

/**
 * A set of texts kept in order of their code units. Adding or taking away one moves the others and never sorts them
 * again, so a list of 100,000 can be kept and asked for its ends at every change.
 */
export class SortedKeys {
  private readonly keys: string[] = []

  get size(): number {
    return this.keys.length
  }

  /** All of them in order. The array is the set itself: it may be read, not kept. */
  all(): readonly string[] {
    return this.keys
  }

  has(key: string): boolean {
    return this.keys[placeIn(this.keys, key)] === key
  }

  add(key: string): void {
    const last = this.keys.at(-1)
    if (last === undefined || last < key) {
      this.keys.push(key)
      return
    }
    const at = placeIn(this.keys, key)
    if (this.keys[at] !== key) this.keys.splice(at, 0, key)
  }

  delete(key: string): void {
    const at = placeIn(this.keys, key)
    if (this.keys[at] === key) this.keys.splice(at, 1)
  }

  /** The last `most` keys, in order. */
  last(most: number): string[] {
    return this.keys.slice(-most)
  }

  /** Up to `most` keys before one, the nearest first. */
  before(key: string, most: number): string[] {
    const at = placeIn(this.keys, key)
    return this.keys.slice(Math.max(0, at - most), at).reverse()
  }

  /** Up to `most` keys after one, the nearest first. */
  after(key: string, most: number): string[] {
    const at = placeIn(this.keys, key)
    const from = this.keys[at] === key ? at + 1 : at
    return this.keys.slice(from, from + most)
  }
}
