import type { CollectionSlug, Payload, Where } from 'payload'
import { notInBin } from '../bin/notInBin.ts'
import { PUBLIC_STATE_LABELS, publicState } from './publicState.ts'

type Row = { id: number | string; _status?: string | null; publishedOn?: string | null }
type Props = { payload: Payload; collectionSlug: CollectionSlug; rowData: Row }

/** Whether readers have a record, in a list: of a draft that was public once, what they have is looked up. */
export async function StateCell({ payload, collectionSlug, rowData }: Props) {
  const isDraft = rowData._status !== 'published'
  const wasPublic = Boolean(rowData.publishedOn)
  const isPublic = !isDraft || (wasPublic && (await isWithReaders(payload, collectionSlug, rowData.id)))
  return <span>{PUBLIC_STATE_LABELS[publicState({ isPublic, isDraft, wasPublic })]}</span>
}

async function isWithReaders(payload: Payload, collection: CollectionSlug, id: Row['id']): Promise<boolean> {
  const where: Where = { and: [notInBin, { id: { equals: id } }, { _status: { equals: 'published' } }] }
  return (await payload.db.count({ collection, where })).totalDocs > 0
}
