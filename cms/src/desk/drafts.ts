import { TABLE_NAMES, TABLES } from '#domain/records/snapshot'
import { notInBin, versionNotInBin } from '../bin/notInBin.ts'
import { PUBLIC_STATE_LABELS } from '../words/publicState.ts'
import { type DeskKind, listHref } from './deskLine.ts'

/** Drafts that are not public, a line for each kind of record. */
export const drafts: DeskKind = async ({ payload, req }) => {
  const lines = await Promise.all(
    TABLE_NAMES.map(async (table) => {
      const { totalDocs } = await payload.countVersions({
        collection: table,
        where: {
          and: [{ latest: { equals: true } }, versionNotInBin, { 'version._status': { equals: 'draft' } }],
        },
        overrideAccess: false,
        req,
      })
      const withdrawn = await payload.count({
        collection: table,
        where: { and: [notInBin, { _status: { equals: 'draft' } }, { publishedOn: { exists: true } }] },
        overrideAccess: false,
        req,
      })
      const waiting = totalDocs - withdrawn.totalDocs
      const aside =
        withdrawn.totalDocs > 0 ? `；另有${withdrawn.totalDocs}条${PUBLIC_STATE_LABELS.withdrawn}` : ''
      const href = listHref(table, { _status: { equals: 'draft' } })
      return waiting > 0
        ? [
            {
              words: `${TABLES[table].label}：${waiting}份草稿没有发布${aside}`,
              href,
              entries: [],
              isUrgent: false,
            },
          ]
        : []
    }),
  )
  return lines.flat()
}
