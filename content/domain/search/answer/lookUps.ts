/** Files of terms and of places that one question may ask for, so that it stays within twelve with three hits drawn. */
export const MOST_LOOKUPS = 8
/** How many of them are kept to repair a short question. */
export const FOR_REPAIRS = 2

/** What one question has asked for so far. */
export class LookUps {
  private readonly asked = new Set<string>()

  copy(): LookUps {
    const copy = new LookUps()
    copy.add(this.asked)
    return copy
  }

  add(names: Iterable<string>): void {
    for (const name of names) this.asked.add(name)
  }

  /** How many there are with some more. */
  countWith(names: Iterable<string>): number {
    return new Set([...this.asked, ...names]).size
  }

  /** Whether one more can be asked for, or was already. */
  hasRoomFor(name: string, most: number = MOST_LOOKUPS): boolean {
    return this.asked.has(name) || this.asked.size < most
  }
}

/** The name under which the places of a pair are counted. */
export function placesName(pair: string): string {
  return `places ${pair}`
}
