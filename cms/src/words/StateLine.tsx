'use client'
import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { PUBLIC_STATE_LABELS, publicState } from './publicState.ts'

/** Above the form of a record: whether readers have it. From a draft over it the history leads back to what is public. */
export function StateLine() {
  const { id, collectionSlug, hasPublishedDoc, isTrashed, unpublishedVersionCount } = useDocumentInfo()
  const publishedOn = useFormFields(([fields]) => fields.publishedOn?.value)
  const state = publicState({
    isPublic: hasPublishedDoc,
    isDraft: !hasPublishedDoc || unpublishedVersionCount > 0,
    wasPublic: Boolean(publishedOn),
  })
  return (
    <div className="status" data-public-state={state}>
      <div className="status__value-wrap">
        <span className="status__label">公开：</span>
        <span className="status__value">{isTrashed ? '在回收站里' : PUBLIC_STATE_LABELS[state]}</span>
        {state === 'public with draft' && id !== undefined && (
          <>
            {' — '}
            <a href={`/admin/collections/${collectionSlug}/${id}/versions`}>看历史</a>
          </>
        )}
      </div>
    </div>
  )
}
