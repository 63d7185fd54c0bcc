import type { Notice } from '../records/notice.ts'
import { scopeOf } from '../scope.ts'
import { NoticeList } from './noticeList.ts'
import { SortedKeys } from './sortedKeys.ts'
import type { Succession } from './succession.ts'

/** The notices, all and by what they are looked up by: their case, and the department that stands for their recipient. */
export class NoticeIndexes {
  readonly all = new NoticeList()
  private readonly byCase = new Map<string, SortedKeys>()
  private readonly byRecipient = new Map<string, NoticeList>()
  private readonly departments: Succession

  constructor(departments: Succession) {
    this.departments = departments
  }

  /** Numbers of the notices about a case. */
  about(reference: string): readonly string[] {
    return this.byCase.get(reference)?.all() ?? []
  }

  /** The notices that a department received, and what was merged into it. */
  to(department: string): NoticeList {
    return this.byRecipient.get(this.departments.standing(department)) ?? new NoticeList()
  }

  /** Takes a notice in, or out as it was taken in. */
  mark(n: Notice, on: boolean): void {
    const recipient = this.departments.standing(n.recipient)
    const own = this.byRecipient.get(recipient) ?? new NoticeList()
    this.byRecipient.set(recipient, own)
    for (const list of [this.all, own])
      if (on) list.add(n, scopeOf(n))
      else list.delete(n, scopeOf(n))
    if (own.size === 0) this.byRecipient.delete(recipient)
    if (n.case) this.markCase(n.case, n.number, on)
  }

  private markCase(reference: string, number: string, on: boolean): void {
    const keys = this.byCase.get(reference) ?? new SortedKeys()
    if (on) keys.add(number)
    else keys.delete(number)
    if (keys.size > 0) this.byCase.set(reference, keys)
    else this.byCase.delete(reference)
  }
}
