import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { rehearsalSocket } from '#host/rehearsalSocket'
import { within } from './startedProduct.ts'

/** Starts the real rehearsal on a `DATA_DIR`, as the product does when it is wanted, and waits until it listens. */
export async function startRehearsal(dataDir: string): Promise<ChildProcess> {
  const script = path.resolve(import.meta.dirname, '../../../scripts/rehearse.ts')
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
  const child = spawn(process.execPath, [script], { env, stdio: 'inherit' })
  const listens = await within(60_000, () => existsSync(rehearsalSocket(dataDir).socket))
  if (!listens) throw new Error('the rehearsal does not listen')
  return child
}
