import { TABLE_NAMES, TABLES } from '#domain/records/snapshot'
import { versionNotInBin } from '../bin/notInBin.ts'
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
      const href = listHref(table, { _status: { equals: 'draft' } })
      return totalDocs > 0
        ? [
            {
              words: `${TABLES[table].label}：${totalDocs}份草稿没有发布`,
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
