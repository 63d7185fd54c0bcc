import type { Case } from '../records/case.ts'
import { type Scope, scopeOf } from '../scope.ts'
import type { Succession } from './succession.ts'

/** How many events of a scope name a department, or what was merged into it. */
export class EventCounts {
  private readonly counts = new Map<string, number>()
  private readonly departments: Succession

  constructor(departments: Succession) {
    this.departments = departments
  }

  of(scope: Scope, department: string): number {
    return this.counts.get(`${scope} ${this.departments.standing(department)}`) ?? 0
  }

  /** Takes the events of a case in, or out as they were taken in. */
  mark(c: Case, on: boolean): void {
    for (const { department } of c.timeline) {
      if (!department) continue
      const name = `${scopeOf(c)} ${this.departments.standing(department)}`
      this.counts.set(name, (this.counts.get(name) ?? 0) + (on ? 1 : -1))
    }
  }
}
