import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** LibreOffice by its name in the PATH. */
const SOFFICE = 'soffice'

/** Why no spreadsheet program can be asked; null where LibreOffice is there. */
export function whyNoSpreadsheetProgram(): string | null {
  try {
    execFileSync(SOFFICE, ['--version'], { stdio: 'ignore', timeout: 60_000 })
    return null
  } catch {
    return '没有 LibreOffice（soffice）：apt-get install libreoffice-calc'
  }
}

/** Opens workbooks in LibreOffice and saves them again, as a person does. Returns the files that it wrote. */
export function savedAgain(files: readonly string[]): string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shaoxiang-calc-'))
  execFileSync(
    SOFFICE,
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      folder,
      ...files,
    ],
    { stdio: 'ignore', timeout: 120_000 },
  )
  return files.map((file) => path.join(folder, path.basename(file)))
}
