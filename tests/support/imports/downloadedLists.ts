import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { ImportPlan } from '#domain/imports/importPlan'
import { proposeMapping } from '#domain/imports/proposal/proposeMapping'
import type { Workbook } from '#domain/imports/workbook'
import type { TableName } from '#domain/records/snapshot'
import type { TestCms, Who } from '../newsroom/cmsDatabase.ts'

/** Lists of a newsroom as the workbooks that go out, and what becomes of them when they come back. */
export function downloadedLists(newsroom: () => TestCms) {
  const ask = (who: Who, table: TableName, query = '') =>
    newsroom().ask(
      new Request(`http://127.0.0.1:3000/api/${table}/workbook${query}`, {
        headers: who === 'anonymous' ? {} : { authorization: `JWT ${newsroom().tokens[who]}` },
      }),
    )
  const bytes = async (who: Who, table: TableName, query = '') => {
    const answer = await ask(who, table, query)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('sheet'),
    ])
    return Buffer.from(await answer.arrayBuffer())
  }
  const readFile = async (file: string): Promise<Workbook> => {
    const { readInProcess } = await import('../../../cms/src/imports/reading/readInProcess.ts')
    return readInProcess(file, path.basename(file))
  }
  const written = async (who: Who, table: TableName, query = '') => {
    const file = path.join(newsroom().dataDir, `${table}.xlsx`)
    writeFileSync(file, await bytes(who, table, query))
    return file
  }
  const downloaded = async (table: TableName, query = '', who: Who = 'publisher') =>
    readFile(await written(who, table, query))
  const planned = async (book: Workbook): Promise<ImportPlan> => {
    const { planWorkbook } = await import('../../../cms/src/imports/planFile.ts')
    return planWorkbook(newsroom().payload, book, proposeMapping(book, '随便'))
  }
  return { ask, bytes, readFile, written, downloaded, planned }
}
