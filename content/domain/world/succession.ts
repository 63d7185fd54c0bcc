import { SortedKeys } from './sortedKeys.ts'

/** What a record says of its end. */
type Merged = { slug: string; replacedBy?: string | undefined }

/** Which records were merged into which: what names one of old is read as naming the one that stands for it. */
export class Succession {
  /** Keys of the records that were merged right into one. */
  private readonly before = new Map<string, SortedKeys>()
  private readonly after = new Map<string, string>()

  /** Takes a record in, or out again as it was taken in. */
  mark({ slug, replacedBy }: Merged, on: boolean): void {
    if (replacedBy === undefined) return
    const keys = this.before.get(replacedBy) ?? new SortedKeys()
    if (on) {
      keys.add(slug)
      this.before.set(replacedBy, keys)
      this.after.set(slug, replacedBy)
    } else {
      keys.delete(slug)
      if (keys.size === 0) this.before.delete(replacedBy)
      this.after.delete(slug)
    }
  }

  /** Key of the record that stands for one: itself, or what it was merged into in the end. */
  standing(key: string): string {
    let [at, steps] = [key, 0]
    for (let next = this.after.get(at); next !== undefined && steps <= this.after.size; steps++) {
      at = next
      next = this.after.get(at)
    }
    return at
  }

  /** Keys as they stand now, each once. */
  allStanding(keys: readonly string[]): readonly string[] {
    return this.after.size === 0 ? keys : [...new Set(keys.map((key) => this.standing(key)))]
  }

  /** Keys of the records that were merged into one, at last or on the way. */
  mergedInto(key: string): string[] {
    const found: string[] = []
    const take = (into: string) => {
      for (const each of this.before.get(into)?.all() ?? []) {
        if (found.includes(each)) continue
        found.push(each)
        take(each)
      }
    }
    take(key)
    return found
  }
}
