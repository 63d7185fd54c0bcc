import type { SituationMaterial } from './material.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

/** No sentence stands more often than this in the demonstration, names and numbers masked. */
export const MOST_USES = 15

/** Fills the places and numbers of a text. Throws when a placeholder is left: the material is wrong. */
export function filled(text: string, place: Place, random: Random): string {
  const full = text
    .replaceAll('{地点}', place.name)
    .replaceAll('{村社}', place.community)
    .replace(/\{n:(\d+)-(\d+)\}/g, (_all, a: string, b: string) => String(random.int(Number(a), Number(b))))
  if (full.includes('{')) throw new Error(`演示素材里的“${text}”有不认识的占位符`)
  return full
}

/** A title that says where: one of the material that names no place gets it in front, words in common once. */
export function titled(title: string, place: Place): string {
  if (title.includes(place.name)) return title
  for (let n = Math.min(place.name.length, title.length); n > 0; n--)
    if (place.name.endsWith(title.slice(0, n))) return place.name + title.slice(n)
  return place.name + title
}

/** Hands out texts so that no description comes twice and no sentence too often. */
export class Texts {
  private readonly uses = new Map<string, number>()
  private readonly descriptions = new Map<string, [number, number, number][]>()
  private readonly isBounded: boolean

  /** @param isBounded false for benchmarks with more cases than the material can keep apart */
  constructor(isBounded: boolean) {
    this.isBounded = isBounded
  }

  /** The least used of some texts, or null when all have been used often enough. */
  least(texts: readonly string[], random: Random): string | null {
    const fewest = Math.min(...texts.map((t) => this.usesOf(t)))
    if (this.isBounded && fewest >= MOST_USES) return null
    const text = random.pick(texts.filter((t) => this.usesOf(t) === fewest))
    this.count(text)
    return text
  }

  /** One given text, or null when it has been used often enough. */
  once(text: string | undefined): string | null {
    if (text === undefined || (this.isBounded && this.usesOf(text) >= MOST_USES)) return null
    this.count(text)
    return text
  }

  /** What, whom it affects and what was tried, in a combination that no other case of the situation has. */
  description(s: SituationMaterial, random: Random): string[] {
    const free = this.freeCombinations(s)
    const sum = (c: [number, number, number]) =>
      Math.max(this.usesOf(s.what[c[0]]), this.usesOf(s.affected[c[1]]), this.usesOf(s.tried[c[2]]))
    const fewest = Math.min(...free.map(sum))
    const chosen = random.pick(free.filter((c) => sum(c) === fewest))
    free.splice(free.indexOf(chosen), 1)
    const parts = [s.what[chosen[0]], s.affected[chosen[1]], s.tried[chosen[2]]] as string[]
    for (const part of parts) this.count(part)
    return parts
  }

  /** How many more cases a situation can tell without repeating itself. */
  room(s: SituationMaterial): number {
    if (!this.isBounded) return Number.POSITIVE_INFINITY
    const left = (texts: readonly string[]) => texts.reduce((n, t) => n + MOST_USES - this.usesOf(t), 0)
    return Math.min(this.freeCombinations(s).length, left(s.what), left(s.affected), left(s.tried))
  }

  private freeCombinations(s: SituationMaterial): [number, number, number][] {
    const known = this.descriptions.get(s.id)
    if (known && (known.length > 0 || this.isBounded)) return known
    const all = s.what.flatMap((_w, i) =>
      s.affected.flatMap((_a, j) => s.tried.map((_t, k): [number, number, number] => [i, j, k])),
    )
    this.descriptions.set(s.id, all)
    return all
  }

  private usesOf(text: string | undefined): number {
    return this.uses.get(text as string) ?? 0
  }

  private count(text: string): void {
    this.uses.set(text, this.usesOf(text) + 1)
  }
}
