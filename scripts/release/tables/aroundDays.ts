import { z } from 'zod'
import { AROUND_NOTICE } from '#domain/figures/aroundNotice'
import type { BlobStore } from '../store/blobStore.ts'
import { scopeOfLine } from './partLines.ts'
import type { Line } from './readLines.ts'

/** Numerator and denominator of the calls of a day; by `<scope> <department> <day>`. */
const daysNote = z.record(z.string(), z.tuple([z.number(), z.number()]))
type Days = z.infer<typeof daysNote>
const NOTE = 'around-notice-1'

/** Adds up the calls of each day and department in the lines of a part of the events, and notes it beside the part. */
export function noteDays(blobs: BlobStore, blob: string, lines: readonly Line[]): Days {
  const days: Days = {}
  for (const line of lines) {
    const day = line('at').slice(0, 10)
    const isTrue = (name: string) => (line(`${AROUND_NOTICE.of}.${name}`) === 'true' ? 1 : 0)
    if (day.length < 10 || !isTrue('denominator')) continue
    const key = `${scopeOfLine(line)} ${line('department')} ${day}`
    const [n, d] = days[key] ?? [0, 0]
    days[key] = [n + isTrue('numerator'), d + 1]
  }
  blobs.note(blob, NOTE, JSON.stringify(days))
  return days
}

/** What was noted of a part; null where nothing was. */
export function notedDays(blobs: BlobStore, blob: string): Days | null {
  const known = blobs.noteOf(blob, NOTE)
  return known ? daysNote.parse(JSON.parse(known)) : null
}
