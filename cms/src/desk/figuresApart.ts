import type { Where } from 'payload'
import { RESOLVED_STATES } from '#domain/records/case'
import { REPORTED_METRIC_LABELS, type ReportedMetric } from '#domain/vocabulary'
import { notInBin } from '../bin/notInBin.ts'
import { type DeskKind, type DeskReader, lineOf, recordHref } from './deskLine.ts'

type Figure = {
  id: number | string
  slug: string
  metric: ReportedMetric
  value: number
  unit: string
  scope: string
}

/**
 * Reported figures that the portal's own real records exceed: whoever reported fewer than are here must be asked. That
 * fewer are here than were reported is the ordinary state and stands on the pages.
 */
export const figuresApart: DeskKind = async (reader) => {
  const { payload, req } = reader
  const { docs } = await payload.db.find<Figure>({
    collection: 'reported-figures',
    where: { and: [{ _status: { equals: 'published' } }, notInBin, { origin: { not_equals: 'sample' } }] },
    limit: 0,
    pagination: false,
    req,
  })
  const compared = await Promise.all(
    docs.map(async (figure) => ({ figure, own: await ownCount(reader, figure.metric) })),
  )
  const entries = compared.flatMap(({ figure, own }) =>
    own !== null && own > figure.value
      ? [
          {
            words: `${REPORTED_METRIC_LABELS[figure.metric]}（${figure.scope}）：通报${figure.value}${figure.unit}，本站已有${own}${figure.unit}`,
            href: recordHref('reported-figures', figure.id),
          },
        ]
      : [],
  )
  return lineOf(entries, (n) => `和本站的记录对不上的通报数字：${n}个`, null)
}

/** What the portal has of its own for a metric; null where it counts none. */
async function ownCount({ payload, req }: DeskReader, metric: ReportedMetric): Promise<number | null> {
  const real: Where[] = [{ _status: { equals: 'published' } }, notInBin, { origin: { not_equals: 'sample' } }]
  const count = async (collection: 'cases' | 'duties', more: Where[] = []) =>
    (await payload.db.count({ collection, where: { and: [...real, ...more] }, req })).totalDocs
  switch (metric) {
    case 'whistles':
      return count('cases')
    case 'resolved':
      return count('cases', [{ status: { in: [...RESOLVED_STATES] } }])
    case 'duties':
      return count('duties')
    case 'duty-categories':
      return null
  }
}
