import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Cell, DataRow } from '#domain/published/twinColumns'
import { recountFlow } from '../recountFlow.ts'
import { type AddRow, day, type Row, text } from './rawCells.ts'
import { recountAfterwards } from './recountAfterwards.ts'

/**
 * A second counting of every metric, from the raw columns of the published tables and nothing else: no rule of the
 * product is asked. Whoever has the files can do the same.
 */
export type Recounted = { numerator: number; denominator: number; values: number[] }
export type PublishedTables = Record<
  'cases' | 'events' | 'notices' | 'areas' | 'departments',
  readonly DataRow[]
>

const calendar = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
) as { holidays: Record<string, string>; workdays: Record<string, string> }

const list = (v: Cell | undefined) => (Array.isArray(v) ? v : [])
const minute = (at: string) => (at.length === 22 ? Date.parse(at) / 60_000 : Number.NaN)

/** Working days after one day up to another, counted one by one; NaN in a year without announced holidays. */
function workdays(from: string, to: string): number {
  let n = 0
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    if (!calendar.holidays[`${year}-01-01`]) return Number.NaN
  for (let t = Date.parse(from) + 864e5; t <= Date.parse(to); t += 864e5) {
    const d = new Date(t).toISOString().slice(0, 10)
    const weekday = new Date(t).getUTCDay()
    if (calendar.workdays[d] || (!calendar.holidays[d] && weekday !== 0 && weekday !== 6)) n++
  }
  return n
}

/** Counts everything: figures under `<metric> <scope> <part>`, and what each row gives under `<metric> <row>`. */
export function recount(tables: PublishedTables, asOf: { real: string; sample: string }) {
  const figures = new Map<string, Recounted>()
  const rows = new Map<string, { numerator: number; denominator: number; value: number | null }>()
  const areas = new Map(tables.areas.map((a) => [text(a.slug), a]))
  const departments = new Map(tables.departments.map((d) => [text(d.slug), d]))

  function add(metric: string, row: string, where: Where, n: number, d: number, value: number | null = null) {
    rows.set(`${metric} ${row}`, { numerator: n, denominator: d, value })
    const isCrossed = CROSSED_METRICS.includes(metric)
    const parts = [...new Set(where.parts.map((part) => standingPart(part, departments)))]
    for (const part of isCrossed ? [...parts, ...crossings(parts)] : parts) {
      const key = `${metric} ${where.scope} ${part}`
      const sum = figures.get(key) ?? { numerator: 0, denominator: 0, values: [] }
      sum.numerator += n
      sum.denominator += d
      if (value !== null) sum.values.push(value)
      figures.set(key, sum)
    }
  }

  const byCase = Map.groupBy(tables.events, (e) => text(e.case))
  for (const c of tables.cases) {
    const events = [...(byCase.get(text(c.reference)) ?? [])].sort(
      (a, b) => Number(a.number) - Number(b.number),
    )
    recountCase(c, events, whereOf(c, events, areas), c.origin === 'sample' ? asOf.sample : asOf.real, add)
  }
  for (const n of tables.notices) {
    const parts = ['all', `department:${text(n.recipient)}`, `month:${text(n.issuedOn).slice(0, 7)}`]
    add('notices', text(n.number), { scope: n.origin === 'sample' ? 'sample' : 'real', parts }, 1, 1)
  }
  return { figures, rows }
}

/** What a merged record was merged into in the end; any other itself. */
export function endOf(slug: string, rows: ReadonlyMap<string, Row>): string {
  const into = text(rows.get(slug)?.replacedBy)
  return into ? endOf(into, rows) : slug
}

function standingPart(part: string, departments: ReadonlyMap<string, Row>): string {
  const [dimension, key] = part.split(':')
  return dimension === 'department' ? `department:${endOf(key as string, departments)}` : part
}

const CROSSED_METRICS = ['whistles', 'resolution-rate', 'arrival-on-time', 'closure-time']
const CROSSED = ['department month', 'category department', 'town category']

/** Names of the parts of two dimensions in which a row counts that counts in some of one. */
function crossings(parts: readonly string[]): string[] {
  return CROSSED.flatMap((pair) => {
    const [rows, columns] = pair.split(' ').map((d) => parts.filter((p) => p.startsWith(`${d}:`)))
    return (rows ?? []).flatMap((row) => (columns ?? []).map((column) => `${row}/${column}`))
  })
}

type Where = { scope: string; parts: string[] }
type Add = (metric: string, row: string, where: Where, n: number, d: number, value?: number | null) => void

function whereOf(c: Row, events: readonly Row[], areas: ReadonlyMap<string, Row>): Where {
  const parts = ['all', ...list(c.duties).map((d) => `duty:${d}`)]
  const main = list(c.duties)[0]
  if (main) parts.push(`category:${main.replace('DEMO-', '')[0]}`)
  let town = ''
  for (let a = endOf(text(c.area), areas); a; a = endOf(text(areas.get(a)?.parent), areas)) {
    parts.push(`area:${a}`)
    if (!town && ['town', 'office'].includes(text(areas.get(a)?.level))) town = a
  }
  if (town) parts.push(`town:${town}`)
  if (c.urgency) parts.push(`urgency:${c.urgency}`)
  if (c.kind) parts.push(`kind:${c.kind}`)
  const month = text(events[0]?.at).slice(0, 7)
  if (month.length === 7) parts.push(`month:${month}`)
  return { scope: c.origin === 'sample' ? 'sample' : 'real', parts }
}

function recountCase(c: Row, events: readonly Row[], where: Where, asOf: string, add: Add): void {
  const reference = text(c.reference)
  const departments = [text(c.lead), ...list(c.departments)].filter(Boolean)
  const own = { ...where, parts: [...where.parts, ...departments.map((d) => `department:${d}`)] }
  const count = (metric: string, n: boolean | number, d: boolean | number, value: number | null = null) =>
    add(metric, reference, own, Number(n), Number(d), value)
  const closed = c.status === 'closed'
  const solved = closed || c.status === 'reported-resolved'
  count('whistles', 1, 1)
  count('open', !solved, 1)
  count('resolved', solved, 1)
  count('resolution-rate', solved, 1)
  count('closure-rate', closed, 1)
  const closures = events.flatMap((e, i) => (e.kind === 'closure' ? i : []))
  const from = day(text(events[0]?.at))
  const to = day(text(events[closures.at(-1) ?? -1]?.at))
  const days = closed && from && to ? (Date.parse(to) - Date.parse(from)) / 864e5 : null
  count('closure-time', days !== null, closed, days)
  const back = events.some((e, i) => e.kind === 'reopened' && i > (closures[0] ?? events.length))
  count('reopened', back, closures.length > 0)
  const asked = Number(c.asked ?? 0)
  count('satisfaction', asked > 0 && Number(c.satisfied) > asked / 2, asked > 0)
  count('households-satisfied', Number(c.satisfied ?? 0), asked)
  const isResident = c.kind === 'resident'
  count('cadre-arrival', isResident && events.some((e) => e.kind === 'cadre-arrival'), isResident)
  count('asked', solved && asked > 0, solved)

  recountFlow(c, events, (metric, e, n, d) => {
    const month = `month:${text(e.at).slice(0, 7)}`
    const parts = [...own.parts.filter((p) => !p.startsWith('month:') && !p.startsWith('department:')), month]
    const departments = e.department
      ? [`department:${e.department}`]
      : own.parts.filter((p) => p.startsWith('department:'))
    add(metric, `${reference}/${e.number}`, { ...where, parts: [...parts, ...departments] }, n, d)
  })
  const starts = events.flatMap((e, i) => (i === 0 || e.kind === 'reopened' ? i : []))
  starts.forEach((start, k) => {
    const isLast = k === starts.length - 1
    const round = events.slice(start, starts[k + 1])
    const addRow: AddRow = (metric, e, n, d, value) => {
      const parts = e.department ? [...where.parts, `department:${e.department}`] : own.parts
      add(metric, `${reference}/${e.number}`, { ...where, parts }, n, d, value)
    }
    recountRound(c, round, { isLast, asOf }, addRow)
    recountAfterwards(round, { asOf, next: events[starts[k + 1] ?? -1] }, addRow)
  })
}

function recountRound(
  c: Row,
  events: readonly Row[],
  { isLast, asOf }: { isLast: boolean; asOf: string },
  add: AddRow,
): void {
  const dispatches = events.filter((e) => e.kind === 'dispatch')
  const begun = minute(text(events[0]?.at))
  const first = events.findIndex((e) => e.kind === 'dispatch')
  let end = first
  while (events[end]?.kind === 'dispatch') end++
  const isBatch = (e: Row) => events.indexOf(e) < end && text(e.at) === text(events[first]?.at)

  for (const o of events.filter((e) => e.kind === 'objection')) {
    const outcome = outcomeOf(o, events)
    add('objections-upheld', o, Number(outcome === true), Number(outcome !== null))
  }
  for (const d of dispatches) {
    const next = dispatches.find((e) => e.department === d.department && Number(e.number) > Number(d.number))
    const objected = events.some(
      (e) =>
        e.kind === 'objection' &&
        e.department === d.department &&
        Number(e.number) > Number(d.number) &&
        (!next || Number(e.number) < Number(next.number)),
    )
    add('objections', d, Number(objected), 1)
  }

  for (const name of new Set(events.map((e) => text(e.department)).filter(Boolean))) {
    const own = events.filter((e) => e.department === name)
    let call: Row | null = null
    let waitedFrom = Number.NaN
    let isOver = false
    let came = false
    const judge = (at: string | null) => {
      if (!call || call.kind !== 'dispatch') return
      const limit = Number(c.arrivalHours ?? Number.NaN) * 60
      const took = at === null ? minute(`${asOf}T23:59+08:00`) - waitedFrom : minute(at) - waitedFrom
      const isKnown = !isOver && (at === null ? took > limit : !Number.isNaN(took) && !Number.isNaN(limit))
      add('arrival-on-time', call, Number(isKnown && took <= limit), Number(isKnown))
    }
    for (const e of own) {
      const starts = call ? e.kind === 'dispatch' && isOver : e.kind === 'dispatch' || e.kind === 'arrival'
      if (starts) {
        if (call && !came) judge(null)
        call = e
        isOver = false
        came = false
        waitedFrom = e.kind === 'dispatch' && !isBatch(e) ? minute(text(e.at)) : begun
      }
      if (e.kind === 'arrival' && call && !came) {
        came = true
        const took = minute(text(e.at)) - waitedFrom
        add('arrival-time', e, Number(!Number.isNaN(took)), 1, Number.isNaN(took) ? null : took)
        judge(text(e.at))
      }
      if (e.kind === 'objection' && call && !came && outcomeOf(e, events) === true) isOver = true
    }
    if (call && !came) judge(null)
  }

  const sent = dispatches[0]
  if (!sent) return
  const limit = Number(c.handlingDays ?? Number.NaN)
  const extended =
    events
      .map((e) => text(e.until))
      .sort()
      .at(-1) ?? ''
  const isDone = !isLast || ['done', 'closed', 'reported-resolved'].includes(text(c.status))
  const ended = isDone ? day(text(events.filter((e) => e.kind === 'done').at(-1)?.at)) : asOf
  const took = day(text(sent.at)) && ended ? workdays(day(text(sent.at)), ended) : Number.NaN
  const isIn = ended <= extended || took <= limit
  const isTold =
    Boolean(day(text(sent.at)) && ended) && limit > 0 && (ended <= extended || !Number.isNaN(took))
  add('handled-on-time', sent, Number(isTold && isDone && isIn), Number(isTold && (isDone || !isIn)))
}

/** What the rows of a round say of an objection: upheld, not upheld, or nothing. */
function outcomeOf(o: Row, round: readonly Row[]): boolean | null {
  if (typeof o.upheld === 'boolean') return o.upheld
  const later = round.filter((e) => Number(e.number) > Number(o.number) && e.kind === 'dispatch')
  const came = round.some((e) => e.kind === 'arrival' && e.department === o.department)
  if (came || later.some((e) => e.department === o.department)) return false
  return later.length > 0 ? true : null
}
