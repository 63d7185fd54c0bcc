import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { TABLE_NAMES } from '#domain/records/snapshot'

const CMS = path.resolve(import.meta.dirname, '../../cms/src')

/** Files that read records below the library's operations and must see what lies in the bin, or cannot meet it: why. */
const SEE_THE_BIN: Record<string, string> = {
  'access/ownRecords.ts': 'areas below one’s own, whatever lies between them',
  'bin/clearBin.ts': 'clears it',
  'caseForm/giveReference.ts': 'the number of what lies there is not given again',
  'erasure/erasePhoto.ts': 'what is erased goes from the bin too',
  'erasure/holders.ts': 'what is erased goes from the bin too',
  'functions/askedFunction.ts': 'who may open a record, there as elsewhere',
  'history/deedElsewhere.ts': 'no records',
  'history/valueInWords.ts': 'what a record named then is called, wherever it is now',
  'hooks/holdReach.ts': 'one version by its id',
  'hooks/mainRow.ts': 'one record as it is written: `holdBin` reads there where it lies',
  'hooks/restoredVersion.ts': 'one version by its id',
  'imports/allOf.ts': 'what it is told to read: `readWorld` says where the bin counts',
  'imports/commit/inTheWay.ts': 'who names a record from the bin would name nothing, too',
  'imports/commit/newestVersions.ts': 'the versions of one record that the import wrote',
  'imports/readOwnRecords.ts': 'one version of a record that the library has found',
  'loading/recordData.ts': 'ids by key: what lies there is not loaded twice',
  'missingRows.ts': 'one row before it is deleted',
  'rest/restored.ts': 'one record that was written just before',
  'sample/sampleRecords.ts': 'removing the demonstration takes it out of the bin too',
  'snapshot/namedKeys.ts': 'says that what is named lies there',
  'twoPeople/newestOf.ts': 'what it is told to read: `currentRows` leaves out the bin',
  'twoPeople/newestVersion.ts': 'one record that is written',
  'upgrades/creatorsKnown.ts': 'all that there is',
}

const BELOW =
  /\b(?:db\s*\.\s*(?:find|findOne|count|findVersions|queryDrafts|findDistinct)|countVersions)\b[^(]*\(/g
/** A collection that is named where it is read, and holds no records. */
const ELSEWHERE = /^\s*\{[^}]{0,40}?collection: '([a-z-]+)'/

/** How a file reads records below the library's operations. */
function readsRecords(text: string): boolean {
  return [...text.matchAll(BELOW)].some((found) => {
    const named = ELSEWHERE.exec(text.slice(found.index + found[0].length))?.[1]
    return named === undefined || TABLE_NAMES.some((table) => table === named)
  })
}

test('whoever reads records below the library’s operations leaves out the bin, or is named here with the reason', () => {
  const files = readdirSync(CMS, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith('migrations'),
  )
  const readers = files.filter((file) => readsRecords(readFileSync(path.join(CMS, file), 'utf8')))
  const forgetful = readers.filter(
    (file) =>
      !(file in SEE_THE_BIN) && !/\b(?:versionN|n)otInBin\b/.test(readFileSync(path.join(CMS, file), 'utf8')),
  )
  expect(forgetful).toEqual([])
  expect(Object.keys(SEE_THE_BIN).filter((file) => !readers.includes(file))).toEqual([])
  expect(readers.length).toBeGreaterThan(20)
})
