import type { CollectionConfig, Field } from 'payload'
import { privateFieldsOf } from '#domain/imports/importTables'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { keepPickable } from '../access/pickable.ts'
import { accessOf } from '../access/rights.ts'
import { listWorkbook } from '../endpoints/listWorkbook.ts'
import { env } from '../env.ts'
import { privateDecisions } from '../fields/privateDecisions.ts'
import { publicationFields } from '../fields/publication.ts'
import { placesOf } from '../form/placesOf.ts'
import { afterSaving } from '../hooks/afterSaving.ts'
import { rememberWhatWasAsked } from '../hooks/askedOperation.ts'
import { beforeSaving } from '../hooks/beforeSaving.ts'
import { recordDeletion, refuseDeletion } from '../hooks/deletion.ts'
import { keepCreator } from '../hooks/keepCreator.ts'
import { ownTimes } from '../hooks/ownTimes.ts'
import { tellPrivate } from '../hooks/tellPrivate.ts'
import { allOrNone } from '../massActs/allOrNone.ts'
import { holdMany } from '../massActs/holdMany.ts'
import { basedOnField } from '../twoPeople/basedOnField.ts'
import { endHandover, endHandoverOfDeleted } from '../workflow/handover.ts'

type RecordCollection = {
  slug: TableName
  /** Heading in the menu. */
  group: string
  /** Field shown as the name of a record. */
  title: string
  columns?: string[]
  fields: Field[]
}

/** Where this machine serves the public side, while the site settings have no public address. */
const localSite = `http://${env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST}:${env.SITE_PORT}/`

/** A collection of public records: the same access, drafts, versions and hooks for all. */
export function recordCollection({
  slug,
  group,
  title,
  columns,
  fields,
}: RecordCollection): CollectionConfig {
  const { label, key } = TABLES[slug]
  return {
    slug,
    labels: { singular: label, plural: label },
    admin: {
      group,
      useAsTitle: title,
      components: {
        beforeListTable: [
          {
            path: '/workbooks/DownloadWorkbook.tsx#DownloadWorkbook',
            clientProps: { table: slug, privateFields: privateFieldsOf(slug) },
          },
          { path: '/massActs/MassActs.tsx#MassActs', clientProps: { table: slug } },
        ],
        views: {
          list: { Component: '/massActs/RecordList.tsx#RecordList' },
          edit: { versions: { Component: '/history/VersionsList.tsx#VersionsList' } },
        },
        edit: {
          beforeDocumentControls: [
            '/rehearsal/RehearsalButton.tsx#RehearsalButton',
            '/withdrawals/WithdrawButton.tsx#WithdrawButton',
            { path: '/bin/BinButton.tsx#BinButton', clientProps: { table: slug } },
          ],
          Status: '/words/StateLine.tsx#StateLine',
          PublishButton: '/workflow/PublishButton.tsx#PublishButton',
          UnpublishButton: '/withdrawals/NoBareWithdrawal.tsx#NoBareWithdrawal',
        },
      },
      defaultColumns: [...new Set([title, key, ...(columns ?? []), '_status', 'updatedAt'])],
      pagination: { defaultLimit: 50 },
      listSearchableFields: [...new Set([key, title])],
    },
    versions: { drafts: true, maxPerDoc: 0 },
    trash: true,
    // A copy would carry the key of its original.
    disableDuplicate: true,
    defaultSort: key,
    access: accessOf(slug),
    endpoints: [listWorkbook(slug)],
    hooks: {
      beforeOperation: [keepPickable(slug), holdMany(slug), rememberWhatWasAsked],
      beforeChange: [ownTimes, beforeSaving(slug), keepCreator],
      afterChange: [afterSaving(slug), endHandover(slug), tellPrivate(slug)],
      afterOperation: [allOrNone],
      beforeDelete: [refuseDeletion(slug)],
      afterDelete: [recordDeletion(slug), endHandoverOfDeleted(slug)],
    },
    fields: [
      basedOnField(slug),
      {
        name: 'way',
        type: 'ui',
        admin: {
          position: 'sidebar',
          components: { Field: '/workflow/WayPanel.tsx#WayPanel' },
          disableListColumn: true,
        },
      },
      {
        name: 'publicAddress',
        type: 'ui',
        admin: {
          position: 'sidebar',
          components: {
            Field: {
              path: '/components/PublicAddress.tsx#PublicAddress',
              clientProps: { table: slug, keyField: key, localSite },
            },
          },
          disableListColumn: true,
        },
      },
      privateDecisions(slug, TABLES[slug].schema),
      {
        name: 'newRecord',
        type: 'ui',
        admin: {
          position: 'sidebar',
          components: { Field: '/form/NewRecord.tsx#NewRecord' },
          disableListColumn: true,
        },
      },
      {
        name: 'faults',
        type: 'ui',
        admin: {
          components: {
            Field: {
              path: '/form/FormFaults.tsx#FormFaults',
              clientProps: { places: placesOf([...fields, ...publicationFields]) },
            },
          },
          disableListColumn: true,
        },
      },
      ...fields,
      ...publicationFields,
    ],
  }
}
