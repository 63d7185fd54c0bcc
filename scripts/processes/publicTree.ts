import { type FileHandle, open, readdir, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'

/** One file of one release, opened: what is read from it cannot change any more. The caller closes the handle. */
export type OpenFile = { handle: FileHandle; size: number; etag: string; encoding: 'br' | 'gzip' | null }

const TWINS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const

/** The public side of a `DATA_DIR`: the live tree and, for what open tabs still ask for, the earlier ones. */
export class PublicTree {
  private readonly dataDir: string

  constructor(dataDir: string) {
    this.dataDir = dataDir
  }

  /** The immutable folder that is public at this moment, or null before the first release. */
  async root(): Promise<string | null> {
    try {
      return await realpath(path.join(this.dataDir, 'public', 'tree'))
    } catch {
      return null
    }
  }

  /** Opens what stands beside the live tree and names it: its `release.json`; null before the first release. */
  async openReleaseNote(): Promise<OpenFile | null> {
    const folder = await realpath(path.join(this.dataDir, 'public')).catch(() => null)
    const found = folder === null ? null : await openRegular(path.join(folder, 'release.json'))
    return found && { ...found, encoding: null }
  }

  /** Opens a file below a root, as its compressed twin where one lies beside it and `accepts` allows it. */
  async open(
    root: string,
    relative: string,
    accepts: (encoding: string) => boolean,
  ): Promise<OpenFile | null> {
    for (const { encoding, ending } of TWINS) {
      if (!accepts(encoding)) continue
      const found = await openRegular(path.join(root, relative + ending))
      if (found) return { ...found, encoding }
    }
    const plain = await openRegular(path.join(root, relative))
    return plain && { ...plain, encoding: null }
  }

  /**
   * The roots of earlier releases, newest first, in which a file may still be looked for.
   * @param sinceWithdrawal leave out those that hold what has been taken back since
   */
  async earlierRoots(sinceWithdrawal: boolean): Promise<string[]> {
    const oldest = sinceWithdrawal ? await this.withdrawnSince() : 0
    const sequences = (await readdir(path.join(this.dataDir, 'releases')).catch(() => []))
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((sequence) => sequence >= oldest)
      .sort((a, b) => b - a)
    const roots = sequences.map((n) =>
      realpath(path.join(this.dataDir, 'releases', String(n), 'tree')).catch(() => null),
    )
    return (await Promise.all(roots)).filter((root) => root !== null)
  }

  /** Sequence of the release with the latest unpublish or delete; an unreadable mark hides everything earlier. */
  private async withdrawnSince(): Promise<number> {
    const text = await readFile(path.join(this.dataDir, 'withdrawn-since'), 'utf8').catch(() => '0')
    const sequence = Number(text.trim())
    return Number.isInteger(sequence) ? sequence : Number.POSITIVE_INFINITY
  }
}

async function openRegular(file: string): Promise<Pick<OpenFile, 'handle' | 'size' | 'etag'> | null> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ELOOP') return null
    throw error
  }
  const stat = await handle.stat({ bigint: true })
  if (stat.isFile()) {
    // Inode and nanoseconds name the blob: sizes and rounded times of two versions of a page may be the same.
    const etag = `"${stat.ino.toString(36)}-${stat.mtimeNs.toString(36)}-${stat.size.toString(36)}"`
    return { handle, size: Number(stat.size), etag }
  }
  await handle.close()
  return null
}
