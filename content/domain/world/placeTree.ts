import { SortedKeys } from './sortedKeys.ts'
import type { Succession } from './succession.ts'

/** What the tree reads of a place. */
type Place = {
  slug: string
  parent?: string | undefined
  replacedBy?: string | undefined
  replacedOn?: string | undefined
}

/** The places below each other: as they stand now, with a merged place in its successor, and as they stood then. */
export class PlaceTree {
  private readonly children = new Map<string, SortedKeys>()
  private readonly areaOf: (slug: string) => Place | undefined
  private readonly succession: Succession

  constructor(areaOf: (slug: string) => Place | undefined, succession: Succession) {
    this.areaOf = areaOf
    this.succession = succession
  }

  /** Takes a place into the tree, or out of it. */
  mark({ slug, parent }: Place, on: boolean): void {
    if (!parent) return
    const keys = this.children.get(parent) ?? new SortedKeys()
    if (on) keys.add(slug)
    else keys.delete(slug)
    if (keys.size > 0) this.children.set(parent, keys)
    else this.children.delete(parent)
  }

  /** A place as it stands now and everything above it, the nearest first: where its cases are counted. */
  path(slug: string): string[] {
    const path: string[] = []
    const next = (at: string | undefined) => (at === undefined ? undefined : this.succession.standing(at))
    for (let at = next(slug); at && !path.includes(at); at = next(this.areaOf(at)?.parent)) path.push(at)
    return path
  }

  /**
   * A place and everything above it under the names of then: what was merged by that day is told by its successor.
   * @param day a day, or nothing where it is not known: then nothing was merged yet
   */
  pathThen(slug: string, day: string | undefined): string[] {
    const path: string[] = []
    for (let at: string | undefined = slug; at && !path.includes(at); at = this.parentThen(at, day))
      path.push(at)
    return path
  }

  private parentThen(slug: string, day: string | undefined): string | undefined {
    const parent = this.areaOf(slug)?.parent
    const merged = parent === undefined ? undefined : this.areaOf(parent)?.replacedOn
    return merged && day && merged <= day ? this.succession.standing(parent as string) : parent
  }

  /** The places right below one, and below what was merged into it, in the order of their keys. */
  childrenOf(slug: string): readonly string[] {
    const merged = this.succession.mergedInto(slug)
    const own = this.children.get(slug)?.all() ?? []
    const all =
      merged.length === 0 ? own : [slug, ...merged].flatMap((s) => this.children.get(s)?.all() ?? [])
    const standing = all.filter((key) => this.areaOf(key)?.replacedBy === undefined)
    return merged.length === 0 ? standing : standing.sort()
  }
}
