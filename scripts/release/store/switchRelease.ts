import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { type Release, release as releaseSchema } from '#domain/published/release'
import { syncPath } from './blobStore.ts'
import type { Store } from './store.ts'

const releaseRoots = z.object({
  /** Root of the public tree. */
  tree: z.string(),
  /** Root of the parts of the open tables. */
  parts: z.string(),
  /** Number of the lease under which the release was made; 0, or nothing in older releases, where there was none. */
  lease: z.number().int().nonnegative().default(0),
})
/** What the publisher must find again of a release, beside the public `release.json`. */
export type ReleaseRoots = z.infer<typeof releaseRoots>

function foldersOf(dataDir: string): string {
  return join(dataDir, 'releases')
}

/** Numbers of the releases that are there, ascending. */
export function sequences(dataDir: string): number[] {
  if (!existsSync(foldersOf(dataDir))) return []
  return readdirSync(foldersOf(dataDir))
    .filter((n) => /^\d+$/.test(n))
    .map(Number)
    .sort((a, b) => a - b)
}

/** A release with what the publisher must find again of it. */
export type Live = { release: Release; roots: ReleaseRoots }

/** The live release, or null before the first one. Throws in words when its files cannot be read. */
export function liveRelease(dataDir: string): Live | null {
  const link = join(dataDir, 'public')
  if (!existsSync(link)) return null
  const folder = join(dataDir, readlinkSync(link))
  try {
    return {
      release: releaseSchema.parse(JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8'))),
      roots: releaseRoots.parse(JSON.parse(readFileSync(join(folder, 'roots.json'), 'utf8'))),
    }
  } catch (error) {
    throw new Error(
      `现行版本的文件读不出来（${folder}）：请运行 npm run release -- --full 重做。${String(error)}`,
    )
  }
}

/**
 * Makes a release folder durable and switches readers to it by one rename. Before the rename nothing that a
 * reader sees has changed; after it everything has.
 * @param withdraws whether something left the public side: search folders and media of earlier releases then answer 404
 */
export function switchTo(
  dataDir: string,
  store: Store,
  release: Release,
  roots: ReleaseRoots,
  withdraws: boolean,
  step: (name: string) => void,
): void {
  const folder = join(foldersOf(dataDir), String(release.sequence))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  symlinkSync(relative(folder, store.trees.pathOf(roots.tree)), join(folder, 'tree'))
  writeFileSync(join(folder, 'roots.json'), JSON.stringify(roots))
  writeFileSync(join(folder, 'release.json'), `${JSON.stringify(release, null, 1)}\n`)
  for (const name of ['roots.json', 'release.json']) syncPath(join(folder, name))
  syncPath(folder)
  syncPath(foldersOf(dataDir))
  const link = join(dataDir, 'public')
  const next = `${link}.${process.pid}.next`
  rmSync(next, { force: true })
  symlinkSync(join('releases', String(release.sequence)), next)
  step('before the rename')
  if (withdraws) writeFileSync(join(dataDir, 'withdrawn-since'), String(release.sequence))
  renameSync(next, link)
  syncPath(dataDir)
  step('after the rename')
}
