import type { CollectionSlug, Where } from 'payload'
import { shanghaiMinute } from '#domain/dates'
import { TABLES } from '#domain/records/snapshot'
import type { KeptStep } from '../workflow/steps.ts'
import { type DeskKind, type DeskReader, lineOf, listHref, recordHref } from './deskLine.ts'

/** The steps that stand of records that the reader may see as they are now. */
async function standing({ payload, req }: DeskReader, where: Where): Promise<KeptStep[]> {
  const { docs } = await payload.db.find({
    collection: 'steps',
    where: { and: [{ stands: { equals: true } }, where] },
    sort: 'at',
    limit: 500,
    pagination: false,
  })
  const steps = docs as unknown as KeptStep[]
  const seen = new Set<string>()
  for (const table of new Set(steps.map(({ recordType }) => recordType))) {
    const ids = steps.filter(({ recordType }) => recordType === table).map(({ record }) => record)
    const found = await payload.find({
      collection: table as CollectionSlug,
      where: { id: { in: ids } },
      draft: true,
      depth: 0,
      limit: ids.length,
      pagination: false,
      overrideAccess: false,
      req,
    })
    for (const { id } of found.docs) seen.add(`${table} ${id}`)
  }
  return steps.filter(({ recordType, record }) => seen.has(`${recordType} ${record}`))
}

const entryOf = (s: KeptStep, more = '') => ({
  words: `${TABLES[s.recordType].label}${s.reference}${more}`,
  href: recordHref(s.recordType, s.record),
})
const list = (step: string) => listHref('steps', { stands: { equals: 'true' }, step: { equals: step } })

/** What was handed in, for those who look at it. */
export const handedIn: DeskKind = async (reader) => {
  const steps = await standing(reader, { step: { equals: 'submit' } })
  return lineOf(
    steps.map((s) => entryOf(s, s.note ? `：${s.note}` : '')),
    (n) => `交上来等着看的：${n}份`,
    list('submit'),
  )
}

/** What was given back, for those who write it. */
export const givenBack: DeskKind = async (reader) => {
  const steps = await standing(reader, { step: { equals: 'return' } })
  return lineOf(
    steps.map((s) => entryOf(s, `：${s.note ?? ''}`)),
    (n) => `退回来要改的：${n}份`,
    reader.role === 'contributor' ? null : list('return'),
  )
}

/** What has a time, and what ended because the record was saved again or could not be published. */
export const timed: DeskKind = async (reader) => {
  const set = await standing(reader, { step: { equals: 'schedule' } })
  const ended = await standing(reader, { step: { equals: 'cancel' } })
  return [
    ...lineOf(
      ended.map((s) => entryOf(s, `：${s.note ?? ''}`)),
      (n) => `批准或定时作废的：${n}份`,
      list('cancel'),
      true,
    ),
    ...lineOf(
      set.map((s) => entryOf(s, `：${shanghaiMinute(Date.parse(s.publishAt ?? s.at))}`)),
      (n) => `定了时间发布的：${n}份`,
      list('schedule'),
    ),
  ]
}

/** What was to be looked at again by now. */
export const reviewDue: DeskKind = async (reader) => {
  const steps = await standing(reader, {
    and: [{ step: { equals: 'review' } }, { reviewBy: { less_than_equal: reader.today } }],
  })
  return lineOf(
    steps.map((s) => entryOf(s, `：${s.reviewBy ?? ''}`)),
    (n) => `到了复核日的：${n}条`,
    list('review'),
  )
}
