import { AROUND_NOTICE } from '#domain/figures/aroundNotice'
import { datasetOf } from '#domain/published/datasets'
import { SCOPE_LABELS } from '#domain/scope'
import type { Store } from '../store/store.ts'
import type { FigureClaim } from '../workers/figureClaims.ts'
import type { Successors } from '../workers/releaseThreads.ts'
import { noteDays, notedDays } from './aroundDays.ts'
import { linesOf, scopeOfLine } from './partLines.ts'
import { successorOf, successorsIn } from './successors.ts'
import { partsOf } from './tableFiles.ts'

/**
 * Counts again, from the columns of the written tables alone, the calls before and after the first notice of each
 * department. Kept in step: only a part that changed is read.
 */
export class AroundTotals {
  /** Blobs of the parts of events that were counted, and what the days of each department add up to. */
  private counted = new Set<string>()
  private readonly days = new Map<string, Map<string, [number, number]>>()
  /** The day of the first notice to each department, by `<scope> <department>`, in the parts that were counted. */
  private firsts: ReadonlyMap<string, string> = new Map()
  private parts = ''
  private successors: Successors = {}
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
  }

  /** Sentences about the claims of a page that the written tables do not give. */
  faults(parts: string, path: string, claims: readonly FigureClaim[]): string[] {
    const own = claims.filter((claim) => claim.metric === AROUND_NOTICE.id)
    if (own.length === 0) return []
    this.count(parts)
    return own.flatMap((claim) => {
      const { numerator, denominator } = claim
      const [n, d] = this.sideOf(claim)
      const isRight = numerator === n && denominator === d
      return isRight ? [] : [`${path} 的${sentence(claim, `${numerator} ÷ ${denominator}`, `${n} ÷ ${d}`)}`]
    })
  }

  private sideOf({ scope, part }: FigureClaim): [number, number] {
    const department = /department:([^/]+)/.exec(part)?.[1]
    const isBefore = part.endsWith('notice:before')
    const sum: [number, number] = [0, 0]
    for (const [name, first] of this.firsts) {
      if (department ? name !== `${scope} ${department}` : !name.startsWith(`${scope} `)) continue
      for (const [named, days] of this.days)
        if (this.standing(named) === name) addSide(sum, days, (day) => (isBefore ? day < first : day > first))
    }
    return sum
  }

  /** `<scope> <department>` under the department that stands for it. */
  private standing(name: string): string {
    const [scope, department] = name.split(' ') as [string, string]
    return `${scope} ${successorOf(this.successors, department)}`
  }

  private readFirsts(parts: string): Map<string, string> {
    const firsts = new Map<string, string>()
    for (const { blob } of partsOf(this.store, parts, datasetOf('notices'), 'csv'))
      for (const line of linesOf(this.store.blobs, 'notices', blob)) {
        const name = this.standing(`${scopeOfLine(line)} ${line('recipient')}`)
        const [issued, known] = [line('issuedOn'), firsts.get(name)]
        if (issued && (!known || issued < known)) firsts.set(name, issued)
      }
    return firsts
  }

  private count(parts: string): void {
    if (this.parts === parts) return
    this.parts = parts
    this.successors = successorsIn(this.store, parts)
    this.firsts = this.readFirsts(parts)
    const now = new Set(partsOf(this.store, parts, datasetOf('events'), 'csv').map(({ blob }) => blob))
    for (const blob of this.counted) if (!now.has(blob)) this.add(blob, -1)
    for (const blob of now) if (!this.counted.has(blob)) this.add(blob, 1)
    this.counted = now
  }

  /** Noted where the events were counted with their cases. */
  private daysOf(blob: string) {
    const { blobs } = this.store
    return notedDays(blobs, blob) ?? noteDays(blobs, blob, linesOf(blobs, 'events', blob))
  }

  private add(blob: string, by: 1 | -1): void {
    for (const [key, [n, d]] of Object.entries(this.daysOf(blob))) {
      const at = key.lastIndexOf(' ')
      const [name, day] = [key.slice(0, at), key.slice(at + 1)]
      const days = this.days.get(name) ?? new Map<string, [number, number]>()
      this.days.set(name, days)
      const [all, of] = days.get(day) ?? [0, 0]
      days.set(day, [all + by * n, of + by * d])
    }
  }
}

/** Adds the days of one side to a sum. */
function addSide(
  sum: [number, number],
  days: ReadonlyMap<string, [number, number]>,
  isOn: (day: string) => boolean,
): void {
  for (const [day, [n, d]] of days) {
    if (!isOn(day)) continue
    sum[0] += n
    sum[1] += d
  }
}

function sentence({ scope, part }: FigureClaim, told: string, counted: string): string {
  const { label } = AROUND_NOTICE
  return `数字对不上：“${label}”（${SCOPE_LABELS[scope]}，${part}）页面上是 ${told}，数 data/events.csv 和 data/notices.csv 的列是 ${counted}`
}
