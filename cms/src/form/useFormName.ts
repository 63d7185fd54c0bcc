'use client'
import { useDocumentInfo } from '@payloadcms/ui'

/** The name of the form that a component stands in: one for each open record. */
export function useFormName(): string {
  const { collectionSlug, globalSlug, id } = useDocumentInfo()
  return `${collectionSlug ?? globalSlug}/${id ?? 'new'}`
}
