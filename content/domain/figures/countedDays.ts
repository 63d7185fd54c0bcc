import { SCOPES, type Scope } from '../scope.ts'
import { TurningDays } from './turningDays.ts'

/** The as-of day of each scope. */
type Days = Record<Scope, string>

/** Which cases are told otherwise when the as-of day of their scope moves, and how it last moved. */
export class CountedDays {
  private now: Days
  private before: Days
  /** Cases whose facts move with every day. */
  private readonly dated: Record<Scope, Set<string>> = { real: new Set(), sample: new Set() }
  /** Cases of which more is told on a day. */
  private readonly turning: Record<Scope, TurningDays> = {
    real: new TurningDays(),
    sample: new TurningDays(),
  }

  constructor(now: Days) {
    this.now = now
    this.before = now
  }

  /** Takes in the days as they are. Returns whether they have moved; no scope moves without the real one. */
  moveTo(now: Days): boolean {
    if (this.now.real === now.real) return false
    this.before = this.now
    this.now = now
    return true
  }

  /** Scopes whose day is another one than before the days last moved: what is of the other one stays as it is. */
  movedScopes(): Scope[] {
    return SCOPES.filter((s) => this.before[s] !== this.now[s])
  }

  /** References of the cases that may be told otherwise since, in order. */
  counted(): string[] {
    const counted = this.movedScopes().flatMap((s) => [
      ...this.dated[s],
      ...this.turning[s].passed(this.before[s], this.now[s]),
    ])
    return [...new Set(counted)].sort()
  }

  /** Whether the facts of a case move with every day of a scope. */
  setDated(reference: string, scope: Scope | null): void {
    for (const s of SCOPES)
      if (s === scope) this.dated[s].add(reference)
      else this.dated[s].delete(reference)
  }

  /** More is told of a case on these days. */
  turn(scope: Scope, days: readonly string[], reference: string): void {
    for (const day of days) this.turning[scope].add(day, reference)
  }

  /** It no longer is. */
  forget(scope: Scope, days: readonly string[], reference: string): void {
    for (const day of days) this.turning[scope].delete(day, reference)
  }
}
