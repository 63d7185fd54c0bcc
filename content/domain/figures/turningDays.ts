/** What turns on which day: looked up by the days that the as-of day passes, in either direction. */
export class TurningDays {
  private readonly days = new Map<string, Set<string>>()

  add(day: string, id: string): void {
    const ids = this.days.get(day) ?? new Set()
    this.days.set(day, ids.add(id))
  }

  delete(day: string, id: string): void {
    const ids = this.days.get(day)
    ids?.delete(id)
    if (ids?.size === 0) this.days.delete(day)
  }

  /** What turns when the as-of day moves from one day to another, forwards or back. */
  passed(from: string, to: string): string[] {
    const [low, high] = from < to ? [from, to] : [to, from]
    return [...this.days].flatMap(([day, ids]) => (low < day && day <= high ? [...ids] : []))
  }
}
