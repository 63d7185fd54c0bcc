import { nameSameness } from '../cleanText.ts'
import { AREA_END, DEPARTMENT_END, REGION } from '../search/duties/findNames.ts'
import type { FoundTable } from './importTables.ts'

/** A record that rows name: its key and everything that it is or was called, its name first. */
export type NamedRecord = {
  key: string
  names: readonly string[]
  /** Another one stands in its place: a name that it shares with one that stands is that one's. */
  isMerged?: boolean
}

/** What a name of a workbook leads to. `like` is the same without region and ending. */
export type FoundName =
  | { key: string; isLike: boolean }
  | { several: readonly string[] }
  | { offered: readonly string[] }

const ENDS: Partial<Record<FoundTable, RegExp>> = { departments: DEPARTMENT_END, areas: AREA_END }
/** The body of a place, which is named for the place itself. */
const OFFICE_END = /(?:居民委员会|居委会|村民委员会|村委会|办事处|办公室)$/
/** How many records are offered for a name that is not known. */
const OFFERED = 5

/** Finds departments, areas and duties by their keys, names, other names and likeness. */
export class NameFinder {
  readonly #table: FoundTable
  readonly #byName = new Map<string, Set<string>>()
  readonly #byCore = new Map<string, Set<string>>()
  readonly #records: ReadonlyMap<string, NamedRecord>
  readonly #found = new Map<string, FoundName>()

  constructor(table: FoundTable, records: readonly NamedRecord[]) {
    this.#table = table
    this.#records = new Map(records.map((record) => [record.key, record]))
    for (const { key, names } of records) {
      add(this.#byName, nameSameness(key), key)
      for (const name of names) {
        add(this.#byName, nameSameness(name), key)
        add(this.#byCore, this.#core(name), key)
      }
    }
  }

  find(name: string): FoundName {
    const known = this.#found.get(name) ?? this.#look(name)
    this.#found.set(name, known)
    return known
  }

  /** What the record of a key is called. */
  called(key: string): string {
    return this.#records.get(key)?.names[0] ?? key
  }

  #look(name: string): FoundName {
    const named = this.#standing(this.#byName.get(nameSameness(name)))
    if (named.length === 1) return { key: named[0] as string, isLike: false }
    if (named.length > 1) return { several: named }
    const core = this.#core(name)
    const alike = core.length < 2 ? [] : this.#standing(this.#byCore.get(core))
    if (alike.length === 1) return { key: alike[0] as string, isLike: true }
    if (alike.length > 1) return { several: alike }
    const place = nameSameness(name).replace(OFFICE_END, '')
    const body = this.#table === 'areas' ? this.#standing(this.#byName.get(place)) : []
    if (body.length === 1) return { key: body[0] as string, isLike: true }
    const inside = this.#inside(nameSameness(name)) ?? this.#inside(place)
    if (inside) return { key: inside, isLike: true }
    return { offered: this.#nearest(name) }
  }

  /** A place whose full name ends a longer one: 艾溪湖管理处青桐社区 is 青桐社区. */
  #inside(same: string): string | undefined {
    if (this.#table !== 'areas') return undefined
    const ending = [...this.#byName].filter(
      ([each]) => same.endsWith(each) && this.#leadsTo(same.slice(0, -each.length)),
    )
    const longest = Math.max(0, ...ending.map(([each]) => each.length))
    const keys = this.#standing(
      new Set(ending.filter(([each]) => each.length === longest).flatMap(([, found]) => [...found])),
    )
    return keys.length === 1 ? keys[0] : undefined
  }

  /** Of records that share a name, those that stand; all of them where none does. */
  #standing(keys: ReadonlySet<string> = new Set()): string[] {
    const standing = [...keys].filter((key) => !this.#records.get(key)?.isMerged)
    return standing.length > 0 ? standing : [...keys]
  }

  /** Whether what stands before the name of a place is a place or a region, and not the beginning of another name. */
  #leadsTo(before: string): boolean {
    return before.length > 1 && (this.#byName.has(before) || before.replace(REGION, '') === '')
  }

  /** A name without the region before it and the kind of body or place after it. */
  #core(name: string): string {
    const same = nameSameness(name)
    const end = ENDS[this.#table]
    if (!end) return same
    const bare = same.replace(REGION, '')
    const core = bare.replace(end, '')
    return core === '' ? bare : core
  }

  #nearest(name: string): string[] {
    const pairs = pairsOf(nameSameness(name))
    return [...this.#records.values()]
      .map(({ key, names }) => ({
        key,
        score: Math.max(0, ...names.map((each) => likeness(pairs, pairsOf(nameSameness(each))))),
      }))
      .filter(({ score }) => score > 0.2)
      .sort((a, b) => b.score - a.score)
      .slice(0, OFFERED)
      .map(({ key }) => key)
  }
}

function add(to: Map<string, Set<string>>, name: string, key: string): void {
  const keys = to.get(name) ?? new Set<string>()
  to.set(name, keys.add(key))
}

function pairsOf(text: string): Set<string> {
  const signs = [...text]
  return new Set(signs.length < 2 ? signs : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`))
}

/** Shared pairs of characters, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length
  return (2 * shared) / (a.size + b.size || 1)
}
