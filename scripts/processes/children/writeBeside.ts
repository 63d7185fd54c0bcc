import { renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Writes a small file beside its place and renames it: who reads sees the old one or the new one, whole.
 * @param flush whether its bytes are on the disk before the rename; the folder is the caller's to sync
 * @throws what the disk said, ENOSPC included; then nothing is left beside it
 */
export function writeBeside(file: string, text: string, flush = false): void {
  const beside = `${file}.${process.pid}.new`
  try {
    writeFileSync(beside, text, { flush })
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
