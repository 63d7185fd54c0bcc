import { readFileSync, writeFileSync } from 'node:fs'
import type { Endpoint } from 'payload'
import { cellText } from '#domain/imports/cellText'
import type { Sheet } from '#domain/imports/workbook'
import { refuse } from '../hooks/refuse.ts'
import { FileRefused } from '../imports/fileRefused.ts'
import { MOST_BYTES } from '../imports/reading/limits.ts'
import { askedUpload, importerOf } from '../imports/uploads/askedUpload.ts'
import { keptFiles } from '../imports/uploads/dropOldUploads.ts'
import { isRunning } from '../imports/uploads/importRuns.ts'
import { isPlanning } from '../imports/uploads/planJobs.ts'
import { prepareLook } from '../imports/uploads/preparing.ts'
import { dropUpload, keepUpload, placeOf, type Upload } from '../imports/uploads/uploadStore.ts'
import { type WorkbookLook, workbookLook } from '../imports/uploads/workbookLook.ts'

/** Rows, columns and characters of a cell that are shown to point at. */
const ROWS = 30
const COLUMNS = 60
const CHARACTERS = 60

/** A sheet as it is shown to point at. */
export type ShownSheet = Pick<Sheet, 'name' | 'hidden' | 'notes' | 'merges'> & {
  /** Rows with something in them. */
  total: number
  rows: { row: number; hidden: boolean; cells: string[] }[]
}
export type ShownUpload = Upload & { format: string; sheets: ShownSheet[] }

/** `POST /api/import-files`, a form with `file` (who may import): keeps a workbook and tells what stands in it. 400 in words where it is refused. */
export const uploadImportFile: Endpoint = {
  path: '/import-files',
  method: 'post',
  handler: async (req) => {
    const user = importerOf(req)
    const file = (await req.formData?.().catch(() => null))?.get('file')
    if (!(file instanceof File)) refuse('没有选文件：请选一个 .xlsx、.xls 或 .csv')
    if (file.size > MOST_BYTES) refuse('文件超过 60 MB：请分成几个文件', 413)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const upload = keepUpload(bytes, file.name, String(user.id))
    try {
      const look = await prepareLook({ file: placeOf(upload.id, 'file'), name: upload.name })
      writeFileSync(placeOf(upload.id, 'look.json'), JSON.stringify(look), { mode: 0o600 })
      return Response.json(shown(upload, look), { status: 201 })
    } catch (error) {
      dropUpload(upload.id)
      if (error instanceof FileRefused) refuse(error.message)
      throw error
    }
  },
}

/** `GET /api/import-files/:id` (who may import): the same again. */
export const seeImportFile: Endpoint = {
  path: '/import-files/:id',
  method: 'get',
  handler: (req) => {
    const upload = askedUpload(req)
    return Response.json(shown(upload, readLook(upload)))
  },
}

/** `DELETE /api/import-files/:id` (who may import): forgets a workbook; 409 while an import that was made of it needs it. */
export const dropImportFile: Endpoint = {
  path: '/import-files/:id',
  method: 'delete',
  handler: async (req) => {
    const { id } = askedUpload(req)
    if (isPlanning(id)) refuse('正在试读这个文件：请等它做完', 409)
    if (isRunning(id)) refuse('这个文件正在写入：请等它做完', 409)
    if ((await keptFiles(req.payload)).has(placeOf(id, 'file')))
      refuse('这个文件已经导入，要留到不能再撤销的时候：不要它就撤销那次导入', 409)
    dropUpload(id)
    return Response.json({ dropped: id })
  },
}

/** The beginning of an uploaded workbook. */
export function readLook({ id }: Upload): WorkbookLook {
  return workbookLook.parse(JSON.parse(readFileSync(placeOf(id, 'look.json'), 'utf8')))
}

function shown(upload: Upload, { beginning, rows }: WorkbookLook): ShownUpload {
  return {
    ...upload,
    format: beginning.format,
    sheets: beginning.sheets.map((sheet, i) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      notes: sheet.notes,
      merges: sheet.merges.filter(({ fromColumn }) => fromColumn < COLUMNS),
      total: rows[i] ?? 0,
      rows: sheet.rows.slice(0, ROWS).map(({ row, hidden, cells }) => ({
        row,
        hidden,
        cells: cells.slice(0, COLUMNS).map((cell) => [...cellText(cell)].slice(0, CHARACTERS).join('')),
      })),
    })),
  }
}
