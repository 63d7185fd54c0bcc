import { z } from 'zod'
import { METRICS, type MetricTable } from '#domain/figures/metrics'
import { LIST_SEPARATOR } from '#domain/text'
import type { BlobStore } from '../store/blobStore.ts'
import type { Lot, Successors } from '../workers/releaseThreads.ts'
import {
  AddingUp,
  type Given,
  given,
  type PartSums,
  type PartValues,
  partSums,
  partValues,
} from './addingUp.ts'
import { noteDays } from './aroundDays.ts'
import { linesOf, scopeOfLine } from './partLines.ts'
import type { Line } from './readLines.ts'
import { successorOf, successorsNote } from './successors.ts'

/** Changes whenever notes hold something else than before: older ones are not read any more. */
const NOTE_VERSION = 1
const EVENTS_NOTE = `events-${NOTE_VERSION}`

const list = (cell: string) => (cell ? cell.split(LIST_SEPARATOR) : [])

/** What a cell adds: one for true, its number where numbers are added up, nothing where it is false or empty. */
function countOf(cell: string): number {
  return cell === 'true' ? 1 : Number(cell) || 0
}

const givenNote = z.record(z.string(), z.array(given))

const placesOf = (table: MetricTable) =>
  METRICS.flatMap(({ id, basis, table: of }, place) =>
    of === table
      ? [
          {
            basis,
            place,
            numerator: `${id}.numerator`,
            denominator: `${id}.denominator`,
            value: `${id}.value`,
          },
        ]
      : [],
  )
/** The columns of the metrics of each table, and their places among all metrics. */
const PLACES: Record<MetricTable, ReturnType<typeof placesOf>> = {
  cases: placesOf('cases'),
  events: placesOf('events'),
  notices: placesOf('notices'),
}

/** What a line gives to the metrics of its table, read from their columns; nothing for those it says nothing of. */
function givenBy(table: MetricTable, line: Line): Given[] {
  const at = line('at')
  const department = table === 'events' ? line('department') : ''
  return PLACES[table].flatMap(({ basis, place, ...columns }) => {
    const month = table === 'events' && basis === 'flow' ? at.slice(0, 7) : ''
    const [numerator, denominator] = [countOf(line(columns.numerator)), countOf(line(columns.denominator))]
    const value = line(columns.value)
    const values = value === '' ? [] : [Number(value)]
    if (numerator === 0 && denominator === 0 && value === '') return []
    return [{ department, month, place, numerator, denominator, values }]
  })
}

/** The parts in which a case counts, as its line says. */
function partsOfLine(line: Line, successors: Successors | undefined): string[] {
  const month = line('whistledAt').slice(0, 7)
  return [
    'all',
    ...[...new Set(list(line('duties')))].map((code) => `duty:${code}`),
    ...(line('category') ? [`category:${line('category')}`] : []),
    ...(line('area') ? [`area:${line('area')}`] : []),
    ...(line('urgency') ? [`urgency:${line('urgency')}`] : []),
    ...(line('kind') ? [`kind:${line('kind')}`] : []),
    ...(month.length === 7 ? [`month:${month}`] : []),
    ...new Set(
      [...list(line('lead')), ...list(line('departments'))].map(
        (slug) => `department:${successorOf(successors, slug)}`,
      ),
    ),
  ]
}

function count(blobs: BlobStore, lot: Lot): AddingUp {
  const adding = new AddingUp()
  if ('notices' in lot) {
    for (const line of linesOf(blobs, 'notices', lot.notices)) {
      const recipient = successorOf(lot.successors, line('recipient'))
      const parts = ['all', `department:${recipient}`, `month:${line('issuedOn').slice(0, 7)}`]
      adding.add(givenBy('notices', line), scopeOfLine(line), parts)
    }
    return adding
  }
  const byCase = eventsByCase(blobs, lot.events)
  for (const line of linesOf(blobs, 'cases', lot.cases)) {
    const reference = line('reference')
    const events = (byCase.get(reference) ?? []).map((one) => ({
      ...one,
      department: successorOf(lot.successors, one.department),
    }))
    adding.add([...givenBy('cases', line), ...events], scopeOfLine(line), partsOfLine(line, lot.successors))
    byCase.delete(reference)
  }
  const [lost] = byCase.keys()
  if (lost) throw new Error(`data/events.csv 有 ${lost} 的经过，data/cases.csv 里没有这件事项`)
  return adding
}

/** What the events of each case give, added up by their departments: noted, since most changes leave them as they are. */
function eventsByCase(blobs: BlobStore, blob: string | null): Map<string, Given[]> {
  if (blob === null) return new Map()
  const known = blobs.noteOf(blob, EVENTS_NOTE)
  if (known) return new Map(Object.entries(givenNote.parse(JSON.parse(known))))
  const byCase = new Map<string, Map<string, Given>>()
  const read = linesOf(blobs, 'events', blob)
  noteDays(blobs, blob, read)
  for (const line of read) {
    const own = byCase.get(line('case')) ?? new Map<string, Given>()
    byCase.set(line('case'), own)
    for (const one of givenBy('events', line)) {
      const name = `${one.place} ${one.department} ${one.month}`
      const sum = own.get(name)
      if (sum) {
        sum.numerator += one.numerator
        sum.denominator += one.denominator
        sum.values.push(...one.values)
      } else own.set(name, one)
    }
  }
  const lines = [...byCase].map(([reference, own]): [string, Given[]] => [reference, [...own.values()]])
  blobs.note(blob, EVENTS_NOTE, JSON.stringify(Object.fromEntries(lines)))
  return new Map(lines)
}

/** The note of a lot stands beside its first blob; the name says what else it was counted from. */
function noteOf(lot: Lot): { beside: string; about: string } {
  const { beside, other } =
    'notices' in lot ? { beside: lot.notices, other: null } : { beside: lot.cases, other: lot.events }
  return { beside, about: `counts-${NOTE_VERSION}-${other ?? 'alone'}${successorsNote(lot.successors)}` }
}

/** The two lines of the note of a lot, which is counted unless that was done before. */
function noted(blobs: BlobStore, lot: Lot): [string, string] {
  const { beside, about } = noteOf(lot)
  const known = blobs.noteOf(beside, about)
  if (known) return known.split('\n') as [string, string]
  const { sums, values } = count(blobs, lot)
  const lines: [string, string] = [JSON.stringify(sums), JSON.stringify(values)]
  blobs.note(beside, about, lines.join('\n'))
  return lines
}

/** Whether a lot was counted before. */
export function isCounted(blobs: BlobStore, lot: Lot): boolean {
  const { beside, about } = noteOf(lot)
  return blobs.noteOf(beside, about) !== null
}

/** What a lot adds up to, from its note or counted now. */
export function sumsOfLot(blobs: BlobStore, lot: Lot): PartSums {
  return partSums.parse(JSON.parse(noted(blobs, lot)[0]))
}

/** The values of the times of a lot, from its note or counted now. */
export function valuesOfLot(blobs: BlobStore, lot: Lot): PartValues {
  return partValues.parse(JSON.parse(noted(blobs, lot)[1]))
}
