import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { TABLE_NAMES } from '#domain/records/snapshot'
import { may } from '../access/rights.ts'
import { mappingNames } from '../imports/mappings.ts'
import { mayImport } from '../imports/uploads/askedUpload.ts'
import { ImportDesk } from './ImportDesk.tsx'
import { readImportTargets } from './importTargets.ts'

/** 导入: where editors bring records in from a workbook. Who may not import is told who does. */
export async function ImportView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { payload, user, i18n } = req
  if (!user) redirect('/admin/login?redirect=/admin/import')
  return (
    <DefaultTemplate
      i18n={i18n}
      locale={locale}
      params={params ?? {}}
      payload={payload}
      permissions={permissions}
      searchParams={searchParams ?? {}}
      user={user}
      visibleEntities={visibleEntities}
    >
      <div className="import-desk gutter--left gutter--right">
        <h1>导入</h1>
        {!mayImport(req) ? (
          <p>导入由编辑来做：请把文件交给编辑。</p>
        ) : (
          <ImportDesk
            mappings={await mappingNames(payload)}
            publishes={TABLE_NAMES.every((table) => may(req, table, 'publish'))}
            targets={await readImportTargets(payload, user)}
          />
        )}
      </div>
    </DefaultTemplate>
  )
}
