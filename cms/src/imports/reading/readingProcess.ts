// Runs in a process of its own: argument 1 is the file, argument 2 its name. Writes the workbook as lines of JSON: the
// head, then for every sheet its head and its rows; or one line with the refusal.

import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { FileRefused } from '../fileRefused.ts'
import { readWorkbook } from './readWorkbook.ts'

const [file, name] = process.argv.slice(2) as [string, string]

async function say(line: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain')
}

try {
  const { sheets, ...head } = await readWorkbook(await readFile(file), name)
  await say({ workbook: { ...head, sheets: [] } })
  for (const { rows, ...sheet } of sheets) {
    await say({ sheet: { ...sheet, rows: [] } })
    for (const row of rows) await say({ row })
  }
  await say({ end: true })
} catch (error) {
  if (!(error instanceof FileRefused)) throw error
  await say({ refused: error.message })
}
