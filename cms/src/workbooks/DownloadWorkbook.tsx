'use client'
import { useAuth, useConfig } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation'
import type { TableName } from '#domain/records/snapshot'
import { ROLES, type Role } from '#domain/vocabulary'
import { reachOf } from '../access/matrix.ts'

/** Of the address of a list: what decides which records it shows, and in which order. */
const KEPT = /^(where\[|search$|sort$)/

/** Above a list: the list as it is filtered, as a workbook; with private fields only for who may read them, and asked for. */
export function DownloadWorkbook({
  table,
  privateFields,
}: {
  table: TableName
  privateFields: readonly string[]
}) {
  const { user } = useAuth()
  const { config } = useConfig()
  const shown = useSearchParams()
  const isBin = usePathname().endsWith('/trash')
  const role = ROLES.find((each) => each === (user as { role?: string } | null)?.role)
  if (!role || isBin) return null
  const query = new URLSearchParams([...shown].filter(([name]) => KEPT.test(name)))
  const address = (more: Record<string, string> = {}) =>
    `${config.routes.api}/${table}/workbook?${new URLSearchParams([...query, ...Object.entries(more)])}`
  return (
    <p className="download-workbook">
      <a download href={address()}>
        下载为工作簿
      </a>
      <span>
        ：{query.size > 0 ? '筛选出来的' : '这个列表'}，一行一条，改好的格可以再导入；灰的格不能改。
      </span>
      {maySeePrivate(role, table) && privateFields.length > 0 && (
        <a download href={address({ private: 'true' })}>
          连不公开的一起下载
        </a>
      )}
      {maySeePrivate(role, table) && privateFields.length > 0 && (
        <span>：{privateFields.join('、')}；会在历史里记一笔。</span>
      )}
    </p>
  )
}

const maySeePrivate = (role: Role, table: TableName) => reachOf(role, table, 'readPrivate') !== 'none'
