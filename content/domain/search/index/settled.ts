import type { FacetId } from '../../world/facets.ts'
import { readApart } from './apart.ts'
import type { ByteReader } from './bytes.ts'
import { type BlockDocument, readBlock } from './documentBlock.ts'
import { type FacetValue, readFacet } from './facetFile.ts'
import { HEAD_FILE, type Head, readHead } from './head.ts'
import { readPhrases } from './initials.ts'
import type { Load } from './load.ts'
import { loadPiece } from './piece.ts'
import { type Positions, readPositions } from './positions.ts'
import { readEntry, skipEntry, type TermEntry } from './termEntry.ts'
import { hashOf, keyOfTerm, pieceName } from './termKey.ts'

/** A settled index, read piece by piece; a piece that has come is kept. Everything throws `LoadFailed`. */
export class Settled {
  readonly head: Head
  private readonly load: Load
  private readonly folder: string
  private readonly pieces = new Map<string, Promise<unknown>>()

  private constructor(load: Load, folder: string, head: Head) {
    this.load = load
    this.folder = folder
    this.head = head
  }

  /** @param folder of the index, relative to the root of the site and ending in a slash */
  static async open(load: Load, folder: string): Promise<Settled> {
    return new Settled(load, folder, await loadPiece(load, `${folder}${HEAD_FILE}`, 'head', readHead))
  }

  /** Everything that is kept under a key. */
  async terms(key: string): Promise<TermEntry[]> {
    const name = pieceName('t', hashOf(key) % this.head.termFiles)
    const found = await this.piece(name, 'terms', (content) => {
      const starts = new Map<string, number[]>()
      while (!content.isAtEnd) {
        const start = content.at
        const own = keyOfTerm(skipEntry(content))
        starts.set(own, [...(starts.get(own) ?? []), start])
      }
      const entryAt = (start: number) => {
        content.at = start
        return readEntry(content)
      }
      return (asked: string) => {
        const own = starts.get(asked) ?? []
        if (own.length !== 1) return own.map(entryAt)
        content.at = own[0] as number
        return readApart(content) ?? own.map(entryAt)
      }
    })
    const entries = found(key)
    return typeof entries === 'number' ? this.piece(pieceName('h', entries), 'terms', allEntries) : entries
  }

  /** Where a pair stands; undefined where the index keeps no places for it. */
  positions(pair: string): Promise<Positions | undefined> {
    const name = pieceName('p', hashOf(pair) % this.head.positionFiles)
    return this.piece(name, 'positions', (content) => {
      const begin = content.at
      return (asked: string) => {
        content.at = begin
        return readPositions(content, asked)
      }
    }).then((find) => find(pair))
  }

  /** Han phrases that initials may stand for. */
  async phrasesOf(initials: string): Promise<readonly string[]> {
    if (this.head.initialFiles === 0) return []
    const name = pieceName('i', hashOf(initials) % this.head.initialFiles)
    return (await this.piece(name, 'initials', readPhrases)).get(initials) ?? []
  }

  /** Which file of documents holds a record. */
  blockOf(ordinal: number): number {
    return Math.floor(ordinal / this.head.inBlock)
  }

  async document(ordinal: number): Promise<BlockDocument> {
    const documents = await this.piece(pieceName('d', this.blockOf(ordinal)), 'documents', readBlock)
    return documents[ordinal % this.head.inBlock] as BlockDocument
  }

  facet(id: FacetId): Promise<FacetValue[]> {
    return this.piece(`f/${id}.bin`, 'facet', readFacet)
  }

  private piece<T>(
    name: string,
    kind: Parameters<typeof loadPiece>[2],
    read: Parameters<typeof loadPiece<T>>[3],
  ): Promise<T> {
    const known = this.pieces.get(name) as Promise<T> | undefined
    if (known) return known
    const coming = loadPiece(this.load, `${this.folder}${name}`, kind, read)
    this.pieces.set(name, coming)
    // What did not come is asked for again the next time.
    coming.catch(() => this.pieces.delete(name))
    return coming
  }
}

function allEntries(content: ByteReader): TermEntry[] {
  const entries: TermEntry[] = []
  while (!content.isAtEnd) entries.push(readEntry(content))
  return entries
}
