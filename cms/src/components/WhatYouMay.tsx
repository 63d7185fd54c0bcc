'use client'
import { useAuth } from '@payloadcms/ui'
import { ROLE_LABELS, type Role } from '#domain/vocabulary'
import type { Place } from '../access/matrix.ts'
import { rightsInWords } from '../access/rightsInWords.ts'

/** On every screen: what the person who looks at it may do here, in one sentence. */
export function WhatYouMay({ place }: { place: Place }) {
  const { user } = useAuth()
  const role = (user as { role?: string } | null)?.role
  if (!role || !(role in ROLE_LABELS)) return null
  return (
    <p className="field-type" data-what-you-may={place}>
      {rightsInWords(role as Role, place)}
    </p>
  )
}
