import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { TABLE_NAMES } from '#domain/records/snapshot'
import { may } from '../access/rights.ts'
import { AdminPage } from '../components/AdminPage.tsx'
import { mappingNames } from '../imports/mappings.ts'
import { mayImport } from '../imports/uploads/askedUpload.ts'
import { ImportDesk } from './ImportDesk.tsx'
import { readImportTargets } from './importTargets.ts'

/** 导入: where editors bring records in from a workbook. Who may not import is told who does. */
export async function ImportView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  if (!user) redirect('/admin/login?redirect=/admin/import')
  return (
    <AdminPage view={view}>
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
    </AdminPage>
  )
}
