'use client'
import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { addressOf } from '#domain/published/addresses'
import type { TableName } from '#domain/records/snapshot'

type Props = { table: TableName; keyField: string; localSite: string }

/** Where readers find the record, in the sidebar of its form; not of one that lies in the bin. */
export function PublicAddress({ table, keyField, localSite }: Props) {
  const { hasPublishedDoc, isTrashed } = useDocumentInfo()
  const key = useFormFields(([fields]) => fields[keyField]?.value)
  const publishedOn = useFormFields(([fields]) => fields.publishedOn?.value)
  const site = useSiteAddress() ?? localSite
  if (isTrashed || typeof key !== 'string' || !key || !publishedOn) return null
  let address: string | null
  try {
    address = addressOf(table, key)
  } catch {
    return null
  }
  if (!address) return null
  return (
    <div className="field-type">
      <div className="field-label">公开地址</div>
      {hasPublishedDoc ? (
        <a href={new URL(address, site).href} rel="noreferrer" target="_blank">
          {address}
        </a>
      ) : (
        <p>{address}（已撤下，读者打不开；不再给别的记录）</p>
      )}
    </div>
  )
}

/** The public address in the site settings; null while there is none. */
function useSiteAddress(): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    fetch('/api/globals/site-settings?depth=0', { credentials: 'include' })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((settings: { publicAddress?: string | null } | null) => {
        if (!gone) setAddress(settings?.publicAddress || null)
      })
      .catch(() => {})
    return () => {
      gone = true
    }
  }, [])
  return address
}
