import type { Row } from '#domain/records/snapshot'
import { recordPath } from '../urls.ts'

/** A practice as an entry of a list. */
export type PracticeLine = {
  href: string
  title: string
  place: string
  summary: string
  steps: number
  sample: boolean
}

/** Line of one practice. */
export function practiceLine(p: Row<'practices'>): PracticeLine {
  return {
    href: recordPath('practices', p.slug),
    title: p.title,
    place: p.place,
    summary: p.summary,
    steps: p.steps.length,
    sample: p.origin === 'sample',
  }
}
