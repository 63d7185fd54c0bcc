'use client'
import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { RehearsalPane } from './RehearsalPane.tsx'

/** Beside the buttons that save and publish: opens what readers would see, next to the form. What lies in the bin is published by nobody. */
export function RehearsalButton() {
  const { collectionSlug, id, isTrashed } = useDocumentInfo()
  const [isOpen, setIsOpen] = useState(false)
  if (!collectionSlug || isTrashed) return null
  return (
    <>
      <Button
        buttonStyle="secondary"
        extraButtonProps={{ 'aria-expanded': isOpen }}
        id="action-rehearse"
        onClick={() => setIsOpen(!isOpen)}
        size="medium"
      >
        预演
      </Button>
      {isOpen &&
        createPortal(
          <RehearsalPane close={() => setIsOpen(false)} id={id} recordType={collectionSlug} />,
          document.body,
        )}
    </>
  )
}
