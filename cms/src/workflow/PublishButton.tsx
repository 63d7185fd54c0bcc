'use client'
import { PublishButton as LibraryButton, useDocumentInfo } from '@payloadcms/ui'

/** The button that makes a record public: 发布 while readers do not have it, 更正 where it changes what they have. */
export function PublishButton() {
  const { hasPublishedDoc } = useDocumentInfo()
  return <LibraryButton label={hasPublishedDoc ? '更正' : '发布'} />
}
