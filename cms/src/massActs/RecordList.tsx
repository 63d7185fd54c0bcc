'use client'
import { DefaultListView } from '@payloadcms/ui'
import type { ComponentProps } from 'react'

/** The library's list without its own acts on many records: they say neither what readers will find nor ask why. */
export function RecordList(props: ComponentProps<typeof DefaultListView>) {
  return <DefaultListView {...props} disableBulkDelete disableBulkEdit hasDeletePermission={false} />
}
