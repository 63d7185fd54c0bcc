import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ERASURE_ORDERS, type ErasureOrder } from '#domain/published/erasureOrder'

/**
 * Asks the publisher to drop old releases that hold what was erased. It reads the order when nothing waits to be published,
 * and deletes it; nobody else may read it.
 */
export function orderSweep(dataDir: string, order: ErasureOrder): void {
  const folder = path.join(dataDir, ERASURE_ORDERS)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, `${randomUUID()}.json`)
  writeFileSync(`${file}.tmp`, JSON.stringify(order), { mode: 0o600 })
  renameSync(`${file}.tmp`, file)
}
