import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { AROUND_NOTICE } from '#domain/figures/aroundNotice'
import { type DatasetId, datasetOf } from '#domain/published/datasets'
import { SCOPE_LABELS } from '#domain/scope'
import type { Store } from '../store/store.ts'
import type { FigureClaim } from '../workers/figureClaims.ts'
import { partsOf } from './tableFiles.ts'
import { csvHead } from './tableLines.ts'

/** Numerator and denominator of the calls of a day; by `<scope> <department> <day>`. */
const daysNote = z.record(z.string(), z.tuple([z.number(), z.number()]))
type Days = z.infer<typeof daysNote>
const NOTE = 'around-notice-1'

type Line = Record<string, string>
const scopeOf = (line: Line) => (line.origin === 'sample' ? 'sample' : 'real')

/**
 * Counts again, from the columns of the written tables alone, the calls before and after the first notice of each
 * department. Kept in step: only a part that changed is read.
 */
export class AroundTotals {
  /** Blobs of the parts of events that were counted, and what the days of each department add up to. */
  private counted = new Set<string>()
  private readonly days = new Map<string, Map<string, [number, number]>>()
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
  }

  /** Sentences about the claims of a page that the written tables do not give. */
  faults(parts: string, path: string, claims: readonly FigureClaim[]): string[] {
    const own = claims.filter((claim) => claim.metric === AROUND_NOTICE.id)
    if (own.length === 0) return []
    this.count(parts)
    const firsts = this.firsts(parts)
    return own.flatMap((claim) => {
      const { numerator, denominator } = claim
      const [n, d] = this.sideOf(claim, firsts)
      const isRight = numerator === n && denominator === d
      return isRight ? [] : [`${path} 的${sentence(claim, `${numerator} ÷ ${denominator}`, `${n} ÷ ${d}`)}`]
    })
  }

  private sideOf({ scope, part }: FigureClaim, firsts: ReadonlyMap<string, string>): [number, number] {
    const department = /department:([^/]+)/.exec(part)?.[1]
    const isBefore = part.endsWith('notice:before')
    const sum: [number, number] = [0, 0]
    for (const [name, first] of firsts) {
      if (department ? name !== `${scope} ${department}` : !name.startsWith(`${scope} `)) continue
      for (const [day, [n, d]] of this.days.get(name) ?? [])
        if (isBefore ? day < first : day > first) {
          sum[0] += n
          sum[1] += d
        }
    }
    return sum
  }

  /** The day of the first notice to each department, by `<scope> <department>`. */
  private firsts(parts: string): Map<string, string> {
    const firsts = new Map<string, string>()
    for (const { blob } of partsOf(this.store, parts, datasetOf('notices'), 'csv'))
      for (const line of this.lines('notices', blob)) {
        const name = `${scopeOf(line)} ${line.recipient}`
        const known = firsts.get(name)
        if (line.issuedOn && (!known || line.issuedOn < known)) firsts.set(name, line.issuedOn)
      }
    return firsts
  }

  private count(parts: string): void {
    const now = new Set(partsOf(this.store, parts, datasetOf('events'), 'csv').map(({ blob }) => blob))
    for (const blob of this.counted) if (!now.has(blob)) this.add(blob, -1)
    for (const blob of now) if (!this.counted.has(blob)) this.add(blob, 1)
    this.counted = now
  }

  private add(blob: string, by: 1 | -1): void {
    for (const [key, [n, d]] of Object.entries(this.noted(blob))) {
      const at = key.lastIndexOf(' ')
      const [name, day] = [key.slice(0, at), key.slice(at + 1)]
      const days = this.days.get(name) ?? new Map<string, [number, number]>()
      this.days.set(name, days)
      const [all, of] = days.get(day) ?? [0, 0]
      days.set(day, [all + by * n, of + by * d])
    }
  }

  private noted(blob: string): Days {
    const known = this.store.blobs.noteOf(blob, NOTE)
    if (known) return daysNote.parse(JSON.parse(known))
    const days: Days = {}
    for (const line of this.lines('events', blob)) {
      const day = (line.at ?? '').slice(0, 10)
      const isTrue = (name: string) => (line[`${AROUND_NOTICE.of}.${name}`] === 'true' ? 1 : 0)
      if (day.length < 10 || !isTrue('denominator')) continue
      const key = `${scopeOf(line)} ${line.department} ${day}`
      const [n, d] = days[key] ?? [0, 0]
      days[key] = [n + isTrue('numerator'), d + 1]
    }
    this.store.blobs.note(blob, NOTE, JSON.stringify(days))
    return days
  }

  private lines(id: DatasetId, blob: string): Line[] {
    const text = csvHead(datasetOf(id)) + this.store.blobs.read(blob).toString('utf8')
    return parse(text, { bom: true, columns: true }) as Line[]
  }
}

function sentence({ scope, part }: FigureClaim, told: string, counted: string): string {
  const { label } = AROUND_NOTICE
  return `数字对不上：“${label}”（${SCOPE_LABELS[scope]}，${part}）页面上是 ${told}，数 data/events.csv 和 data/notices.csv 的列是 ${counted}`
}
