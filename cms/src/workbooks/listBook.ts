import type { PayloadRequest, Where } from 'payload'
import { FOUND_TABLES, type FoundTable } from '#domain/imports/importTables'
import type { NamedRecord } from '#domain/imports/nameFinder'
import { ownCell } from '#domain/imports/own/ownCell'
import { type OwnColumn, ownColumns, VERSION } from '#domain/imports/own/ownColumns'
import { toldOnly } from '#domain/imports/own/ownMapping'
import { type OwnNames, ownNames } from '#domain/imports/own/ownNames'
import { versionText } from '#domain/imports/own/versionText'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { refuse } from '../hooks/refuse.ts'
import { ownStates } from '../imports/ownState.ts'
import { MOST_CELLS } from '../imports/reading/limits.ts'
import { namedRecords } from '../imports/readWorld.ts'
import { MOST_RECORDS } from '../rest/boundedQuery.ts'
import { type BookColumn, type BookRow, bookParts } from './sheetXml.ts'
import { zipStream } from './zipStream.ts'

type Doc = Record<string, unknown>

/** Which records of a list are wanted, as the list itself asks for them. */
export type AskedList = {
  table: TableName
  where: Where | undefined
  sort: string | undefined
  withPrivate: boolean
}

/** A list as a workbook, made while it is sent. */
export type ListBook = { count: number; bytes: AsyncGenerator<Buffer> }

/**
 * A list of the newsroom as a workbook that can be read back: the newest state of every record that the person may read,
 * drafts too, and of the private fields those that are open to them.
 * @throws in words where it would not come back, because there are more cells than an import reads
 */
export async function listBook(
  req: PayloadRequest,
  asked: AskedList,
  mostCells = MOST_CELLS,
): Promise<ListBook> {
  const { payload } = req
  const columns = ownColumns(asked.table, asked.withPrivate)
  const first = await pageOf(req, asked, 1)
  const most = Math.floor(mostCells / columns.length)
  if (first.totalDocs > most)
    refuse(
      `有 ${first.totalDocs} 条，一份工作簿最多 ${most} 条：请先在列表里筛选，例如按时间或状态分几次下载`,
      413,
    )
  const named = {} as Record<FoundTable, NamedRecord[]>
  for (const table of FOUND_TABLES) named[table] = await namedRecords(payload, table)
  const rows = rowsOf(req, asked, columns, ownNames(named), first)
  const parts = bookParts(TABLES[asked.table].label, columns.map(bookColumn), rows, toldOnly(asked.table))
  return { count: first.totalDocs, bytes: zipStream(parts) }
}

const bookColumn = ({ title, isLocked, type, values }: OwnColumn): BookColumn => ({
  head: title,
  isLocked,
  isNumber: type === 'integer' || type === 'number',
  choices: values && type === 'text' ? Object.values(values) : undefined,
})

type Page = { docs: Doc[]; totalDocs: number; hasNextPage: boolean }

/** In the name of who asks: their reach, and of each record the fields that are open to them. */
async function pageOf(req: PayloadRequest, { table, where, sort }: AskedList, page: number): Promise<Page> {
  const found = await req.payload.find({
    collection: table,
    ...(where ? { where } : {}),
    ...(sort ? { sort } : {}),
    draft: true,
    depth: 0,
    limit: MOST_RECORDS,
    page,
    overrideAccess: false,
    req,
  })
  return { docs: found.docs as unknown as Doc[], totalDocs: found.totalDocs, hasNextPage: found.hasNextPage }
}

async function* rowsOf(
  req: PayloadRequest,
  asked: AskedList,
  columns: readonly OwnColumn[],
  names: OwnNames,
  first: Page,
): AsyncGenerator<BookRow> {
  for (let number = 1, page = first; ; page = await pageOf(req, asked, ++number)) {
    const states = await ownStates(req.payload, asked.table, page.docs)
    for (const [i, state] of states.entries())
      yield columns.map((column) =>
        column.field === VERSION
          ? versionText((page.docs[i] as { updatedAt: string }).updatedAt)
          : ownCell(column, state, names),
      )
    if (!page.hasNextPage) return
  }
}
