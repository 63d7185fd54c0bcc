import { createLocalReq, type Payload } from 'payload'
import { TABLES } from '#domain/records/snapshot'
import { refuse } from '../../hooks/refuse.ts'
import { newestVersion } from '../../twoPeople/newestVersion.ts'
import { idOfRecord, importRecordsOf } from './importRecord.ts'
import type { Id } from './keptImport.ts'
import { PublicChecks } from './publicChecks.ts'

/** Records of one look. */
const AT_ONCE = 300

/**
 * Whether all that an import has written can be public now: what its records name may have been taken back while it
 * waited, and what it was to change may have been withdrawn. @throws in words what cannot
 */
export async function stillPublic(payload: Payload, importId: Id): Promise<void> {
  const req = await createLocalReq({}, payload)
  const checks = new PublicChecks()
  for (let after = -1; ; ) {
    const records = await importRecordsOf(payload, { importId, stages: ['written'], limit: AT_ONCE, after })
    if (records.length === 0) return
    after = records.at(-1)?.place ?? after
    for (const { operation, recordType, record, reference, savedAt } of records) {
      if (operation === 'seen') continue
      const id = idOfRecord(req, record)
      const version = await newestVersion(req, recordType, id)
      const isOurs = version && new Date(version.updatedAt as string).toISOString() === savedAt
      if (!isOurs)
        refuse(`${TABLES[recordType].label}${reference}等着批准时变了：请停下这次导入，重新做`, 409)
      await checks.hold(req, recordType, version)
      checks.add(recordType, id, reference)
    }
  }
}
