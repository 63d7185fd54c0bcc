import { readlinkSync } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'

/** The public side of a `DATA_DIR`: the live tree and, for what open tabs still ask for, the earlier ones. */
export class PublicTree {
  private readonly dataDir: string

  constructor(dataDir: string) {
    this.dataDir = dataDir
  }

  /** The immutable folder that is public at this moment, or null before the first release. */
  root(): string | null {
    const release = this.noteRoot()
    return release && targetOf(path.join(release, 'tree'))
  }

  /** The folder of the live release, in which its `release.json` stands beside the tree; null before the first one. */
  noteRoot(): string | null {
    return targetOf(path.join(this.dataDir, 'public'))
  }

  /** Whether there is a file at a path below a root. */
  async has(root: string, relative: string): Promise<boolean> {
    return (await stat(path.join(root, relative)).catch(() => null))?.isFile() ?? false
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

/** Where a link leads, read once and at once: a trip through the thread pool takes longer than the rest of an answer. */
function targetOf(link: string): string | null {
  try {
    return path.resolve(path.dirname(link), readlinkSync(link))
  } catch {
    return null
  }
}
