import { createHash } from 'node:crypto'
import type { Workbook } from '#domain/imports/workbook'
import { FileRefused } from '../fileRefused.ts'
import { checkArchive } from './checkArchive.ts'
import { checkCompound } from './checkCompound.ts'
import { decodeMarkup } from './decodeMarkup.ts'
import { fileKind } from './fileKind.ts'
import { MOST_BYTES } from './limits.ts'
import { readSpreadsheet } from './readSpreadsheet.ts'
import { readText } from './readText.ts'

/**
 * Reads a file of tables, whatever its name says it is. It is looked at before a library reads it; run it in a process
 * of its own, as `readInProcess` does.
 * @throws {FileRefused} in words
 */
export async function readWorkbook(bytes: Buffer, name: string): Promise<Workbook> {
  if (bytes.length > MOST_BYTES)
    throw new FileRefused(`文件有${Math.ceil(bytes.length / 1024 / 1024)} MB，最多 60 MB：请分成几个文件`)
  const file = { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  const kind = fileKind(bytes)
  if (kind === 'archive') {
    const hidden = await checkArchive(bytes)
    return { ...file, format: 'xlsx', sheets: readSpreadsheet(bytes, hidden) }
  }
  if (kind === 'compound') {
    checkCompound(bytes)
    return { ...file, format: 'xls', sheets: readSpreadsheet(bytes) }
  }
  const markup = decodeMarkup(bytes)
  if (markup) return { ...file, format: markup.kind, sheets: readSpreadsheet(markup.text) }
  return { ...file, format: 'csv', sheets: [readText(bytes, name)] }
}
