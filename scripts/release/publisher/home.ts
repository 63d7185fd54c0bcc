import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '#domain/records/snapshot'

/**
 * Identity of a `DATA_DIR` on this machine, and how people call it. A copy of the folder, here or elsewhere, is
 * another home: two publishers must never take each other for the same one.
 */
export function homeOf(dataDir: string): { home: string; place: string } {
  const file = join(dataDir, 'publisher-id')
  if (!existsSync(file)) writeFileSync(file, randomUUID())
  const folder = realpathSync(dataDir)
  const parts = [readFileSync(file, 'utf8'), hostname(), folder, String(statSync(folder).ino)]
  return { home: sha256(parts.join('\n')), place: `${hostname()} ${folder}` }
}
