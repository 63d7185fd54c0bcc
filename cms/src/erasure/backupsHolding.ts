import { createReadStream, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createGunzip } from 'node:zlib'

/** A copy of the newsroom in the folder of backups. */
export type Backup = { name: string; holds: boolean }

/**
 * The backups and copies of the database in `DATA_DIR/backups`, and whether what was asked for was found in each: words, or
 * the name of a photo's file. They are never changed; copies that lie elsewhere are not known here.
 */
export async function backupsHolding(dataDir: string, sought: string): Promise<Backup[]> {
  const folder = path.join(dataDir, 'backups')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
  const found: Backup[] = []
  for (const name of names) found.push({ name, holds: await holds(path.join(folder, name), sought) })
  return found
}

/** Whether bytes stand in a file, unpacked where it is packed. One that cannot be read to its end counts as holding them. */
async function holds(file: string, sought: string): Promise<boolean> {
  const bytes = Buffer.from(sought)
  const raw = createReadStream(file)
  const stream = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  raw.on('error', (error) => stream.destroy(error))
  let before = Buffer.alloc(0)
  try {
    for await (const chunk of stream) {
      const text = Buffer.concat([before, chunk as Buffer])
      if (text.includes(bytes)) return true
      before = text.subarray(Math.max(0, text.length - bytes.length + 1))
    }
    return false
  } catch {
    return true
  } finally {
    raw.destroy()
  }
}
