import { existsSync } from 'node:fs'
import type { PayloadRequest } from 'payload'
import { reachOf } from '../../access/matrix.ts'
import { roleOf } from '../../access/roles.ts'
import { refuse } from '../../hooks/refuse.ts'
import type { User } from '../../payload-types.ts'
import { placeOf, readUpload, type Upload } from './uploadStore.ts'

/** Who asks, where he may import. Throws in words where he may not. */
export function importerOf(req: PayloadRequest): User {
  const role = roleOf(req)
  if (role === null) refuse('请先登录', 401)
  if (!mayImport(req)) refuse('导入由编辑来做：请把文件交给编辑', 403)
  return req.user as User
}

/** Whether who asks may import at all. */
export const mayImport = (req: Pick<PayloadRequest, 'user'>): boolean =>
  reachOf(roleOf(req), 'import-mappings', 'create') === 'all'

/** The upload that the address names, for somebody who may import. */
export function askedUpload(req: PayloadRequest): Upload {
  importerOf(req)
  const upload = readUpload(String(req.routeParams?.id ?? ''))
  if (!upload || !existsSync(placeOf(upload.id, 'file')))
    refuse('没有这个文件，或者已经删掉了：请再上传一次', 404)
  return upload
}
