import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type PieceKind, sealPiece } from '#domain/search/index/piece'
import { hashOf, pieceName } from '#domain/search/index/termKey'

/** Writes the files of an index into a folder. */
export class PieceFiles {
  readonly folder: string
  private readonly made = new Set<string>()

  constructor(folder: string) {
    this.folder = folder
  }

  write(name: string, kind: PieceKind, content: Uint8Array): void {
    this.writePlain(name, sealPiece(kind, content))
  }

  writePlain(name: string, bytes: Uint8Array | string): void {
    const path = join(this.folder, name)
    const parent = dirname(path)
    if (!this.made.has(parent)) mkdirSync(parent, { recursive: true })
    this.made.add(parent)
    writeFileSync(path, bytes)
  }

  /**
   * Writes what is kept under keys into as many files of a family as give each about the wanted size.
   * @returns how many files there are
   */
  writeFamily(
    family: string,
    kind: PieceKind,
    parts: Iterable<{ key: string; bytes: Uint8Array }>,
    size: number,
  ): number {
    const all = [...parts]
    if (all.length === 0) return 0
    const bytes = all.reduce((sum, part) => sum + part.bytes.length, 0)
    const files: Uint8Array[][] = Array.from({ length: Math.max(1, Math.ceil(bytes / size)) }, () => [])
    for (const part of all) (files[hashOf(part.key) % files.length] as Uint8Array[]).push(part.bytes)
    files.forEach((pieces, number) => {
      this.write(pieceName(family, number), kind, Buffer.concat(pieces))
    })
    return files.length
  }
}
