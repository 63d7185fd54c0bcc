import { chmodSync, mkdtempSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { prepareDataDir } from '../../../scripts/processes/install/machine.ts'
import { removeFolder } from '../../support/removeFolder.ts'

test('the data folder is closed to other accounts of the machine, whoever has made it', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shaoxiang-modes-'))
  const mode = (dir: string) => (statSync(dir).mode & 0o777).toString(8)
  prepareDataDir(path.join(folder, 'made', 'deep'))
  expect(mode(path.join(folder, 'made', 'deep'))).toBe('700')
  chmodSync(folder, 0o755)
  prepareDataDir(folder)
  expect(mode(folder)).toBe('700')
  removeFolder(folder)
})
