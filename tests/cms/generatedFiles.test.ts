import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { removeFolder } from '../support/removeFolder.ts'
import { ROOT } from '../support/sources.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'generated-'))
afterAll(() => removeFolder(dataDir))

const generate = (command: string, env: Record<string, string> = {}) =>
  execFileSync(process.execPath, ['node_modules/payload/bin.js', command, '--disable-transpile'], {
    cwd: ROOT,
    stdio: 'ignore',
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      PAYLOAD_CONFIG_PATH: 'cms/src/payload.config.ts',
      ...env,
    },
  })

test('the types of the records are those that their collections give', () => {
  const made = path.join(dataDir, 'types.ts')
  generate('generate:types', { PAYLOAD_TS_OUTPUT_PATH: made })
  expect(readFileSync(path.join(ROOT, 'cms/src/payload-types.ts'), 'utf8')).toBe(readFileSync(made, 'utf8'))
})

test('the import map names every component of the admin, and no other', () => {
  // Its paths are relative to where it lies, so that it can be made nowhere else.
  const file = path.join(ROOT, 'cms/src/app/(payload)/admin/importMap.js')
  const kept = readFileSync(file, 'utf8')
  try {
    generate('generate:importmap')
    expect(kept).toBe(readFileSync(file, 'utf8'))
  } finally {
    if (readFileSync(file, 'utf8') !== kept) writeFileSync(file, kept)
  }
})
