import path from 'node:path'
import { buildConfig } from 'payload'
import { sayRights, sayRightsOfGlobal } from './access/sayRights.ts'
import { withBoundedReads } from './boundedReads.ts'
import { acts } from './collections/acts.ts'
import { areas } from './collections/areas.ts'
import { cases } from './collections/cases.ts'
import { challenges } from './collections/challenges.ts'
import { departments } from './collections/departments.ts'
import { duties } from './collections/duties.ts'
import { history } from './collections/history.ts'
import { historyChain } from './collections/historyChain.ts'
import { importedRows } from './collections/importedRows.ts'
import { importMappings } from './collections/importMappings.ts'
import { importRecords } from './collections/importRecords.ts'
import { imports } from './collections/imports.ts'
import { loads } from './collections/loads.ts'
import { media } from './collections/media.ts'
import { notices } from './collections/notices.ts'
import { outbox } from './collections/outbox.ts'
import { pages } from './collections/pages.ts'
import { practices } from './collections/practices.ts'
import { reportedFigures } from './collections/reportedFigures.ts'
import { reviewMeetings } from './collections/reviewMeetings.ts'
import { sources } from './collections/sources.ts'
import { steps } from './collections/steps.ts'
import { tombstones } from './collections/tombstones.ts'
import { upgrades } from './collections/upgrades.ts'
import { users } from './collections/users.ts'
import { database } from './database.ts'
import { nameDatabaseErrors } from './databaseErrors.ts'
import { findDutyChoices } from './endpoints/dutyChoices.ts'
import { erasure } from './endpoints/erasure.ts'
import { handbookPicture } from './endpoints/handbookPicture.ts'
import { health } from './endpoints/health.ts'
import { dropImportFile, seeImportFile, uploadImportFile } from './endpoints/importFiles.ts'
import {
  beginImportPlan,
  downloadImportPlan,
  pointImportHeads,
  seeImportPlan,
} from './endpoints/importPlans.ts'
import { beginImportCommit, seeImportCommit, seeImportRun, stepOfImport } from './endpoints/importRuns.ts'
import { merger, mergerStanding } from './endpoints/merger.ts'
import { privateFinds } from './endpoints/privateFinds.ts'
import { recordStanding } from './endpoints/recordStanding.ts'
import { rehearsal } from './endpoints/rehearsal.ts'
import { rehearsedPage } from './endpoints/rehearsedPage.ts'
import { releaseStatus } from './endpoints/releaseStatus.ts'
import { sampleRemoval, sampleStanding } from './endpoints/sampleRemoval.ts'
import { workflowStanding, workflowStep } from './endpoints/workflow.ts'
import { env, ROOT, readSecret } from './env.ts'
import { withListedRows } from './fields/withListedRows.ts'
import { newsroomSettings } from './globals/newsroomSettings.ts'
import { siteSettings } from './globals/siteSettings.ts'
import { synonyms } from './globals/synonyms.ts'
import { withLibraryAccess } from './libraryAccess.ts'
import { noMail } from './noMail.ts'
import { serverLog } from './serverLog.ts'
import { adminWords } from './words/adminWords.ts'
import { withAdminWords } from './words/withAdminWords.ts'

const src = path.join(ROOT, 'cms/src')

/** Wiring only: every part stands in its own file. */
export default buildConfig({
  secret: readSecret(env.dataDir, env.PAYLOAD_SECRET),
  serverURL: env.addresses[0] ?? '',
  csrf: env.addresses,
  cors: env.addresses,
  telemetry: false,
  email: noMail,
  logger: serverLog,
  maxDepth: 2,
  defaultDepth: 0,
  graphQL: { disable: true },
  db: database(env.databaseUrl, ROOT),
  i18n: { supportedLanguages: { zh: adminWords }, fallbackLanguage: 'zh' },
  collections: [
    cases,
    notices,
    reviewMeetings,
    practices,
    reportedFigures,
    sources,
    pages,
    media,
    challenges,
    duties,
    departments,
    areas,
    users,
    acts,
    tombstones,
    history,
    historyChain,
    outbox,
    loads,
    upgrades,
    importMappings,
    importedRows,
    imports,
    importRecords,
    steps,
  ].map(sayRights),
  globals: [synonyms, siteSettings, newsroomSettings].map(sayRightsOfGlobal),
  endpoints: [
    erasure,
    findDutyChoices,
    handbookPicture,
    health,
    mergerStanding,
    merger,
    privateFinds,
    recordStanding,
    rehearsal,
    rehearsedPage,
    releaseStatus,
    sampleStanding,
    sampleRemoval,
    workflowStanding,
    workflowStep,
    uploadImportFile,
    seeImportFile,
    dropImportFile,
    pointImportHeads,
    beginImportPlan,
    seeImportPlan,
    downloadImportPlan,
    beginImportCommit,
    seeImportCommit,
    stepOfImport,
    seeImportRun,
  ],
  hooks: { afterError: [nameDatabaseErrors] },
  jobs: { access: { run: () => false, queue: () => false, cancel: () => false } },
  admin: {
    user: users.slug,
    avatar: 'default',
    importMap: { baseDir: src, importMapFile: path.join(src, 'app/(payload)/admin/importMap.js') },
    meta: { titleSuffix: ' · 哨响' },
    dateFormat: 'yyyy年M月d日 HH:mm',
    components: {
      graphics: { Logo: '/components/Mark.tsx#Logo', Icon: '/components/Mark.tsx#Icon' },
      providers: ['/words/ChineseAttributes.tsx#ChineseAttributes'],
      actions: ['/desk/ReleaseLine.tsx#ReleaseLine'],
      beforeNavLinks: ['/importDesk/ImportLink.tsx#ImportLink'],
      beforeDashboard: ['/desk/Today.tsx#Today'],
      afterNavLinks: ['/handbook/HandbookLink.tsx#HandbookLink'],
      views: {
        handbook: {
          Component: '/handbook/HandbookView.tsx#HandbookView',
          path: '/handbook',
          meta: { title: '手册' },
        },
        forgot: { Component: '/components/ForgotPassword.tsx#ForgotPassword', path: '/forgot' },
        reset: { Component: '/components/ForgotPassword.tsx#ForgotPassword', path: '/reset' },
        import: {
          Component: '/importDesk/ImportView.tsx#ImportView',
          path: '/import',
          meta: { title: '导入' },
        },
      },
    },
  },
  // Made by its command (README.md): opening a newsroom must not start a process that writes into the sources.
  typescript: { autoGenerate: false, outputFile: path.join(src, 'payload-types.ts') },
})
  .then(withAdminWords)
  .then(withListedRows)
  .then(withLibraryAccess)
  .then(withBoundedReads)
