import type { Scope } from '../../scope.ts'
import type { FacetId } from '../../world/facets.ts'
import type { SearchedTable } from '../document.ts'
import { type ByteReader, ByteWriter } from './bytes.ts'
import { Fingerprints } from './fingerprints.ts'
import type { MeanLengths } from './weights.ts'

/** Name of the first file of an index. */
export const HEAD_FILE = 'head.bin'
/** Name of the list of all records, one `table TAB key` a line in the order of their ordinals. */
export const KEYS_FILE = 'keys.txt'

/** What a reader must know of an index before anything else. */
export type Head = {
  /** Number of records. */
  size: number
  /** First ordinal of each stretch of records of one table and scope. */
  stretches: [SearchedTable, Scope, number][]
  /** First ordinal of the cases of each main duty, the empty code where none is known; it ends at the next one. */
  duties: [string, number][]
  /** Where the cases end. */
  cases: number
  mean: MeanLengths
  /** How many files of terms, of positions and of initials there are. */
  termFiles: number
  positionFiles: number
  initialFiles: number
  /** Records in one file of documents. */
  inBlock: number
  facets: FacetId[]
  /** The list of words by which runs are split; the longest words are so long. */
  words: Fingerprints
  longestWord: number
  /** Terms that many records hold, and terms that very many hold. */
  common: Fingerprints
  everywhere: Fingerprints
}

const LISTS = ['words', 'common', 'everywhere'] as const

export function writeHead(head: Head): Uint8Array {
  const { words, common, everywhere, ...plain } = head
  const out = new ByteWriter()
  out.text(JSON.stringify(plain))
  for (const list of [words, common, everywhere]) {
    out.number(list.bytes.length)
    out.raw(list.bytes)
  }
  return out.done()
}

export function readHead(from: ByteReader): Head {
  const plain = JSON.parse(from.text()) as Omit<Head, (typeof LISTS)[number]>
  const list = () => new Fingerprints(from.raw(from.number()))
  return { ...plain, words: list(), common: list(), everywhere: list() }
}

/** Table and scope of an ordinal. */
export function stretchOf(head: Pick<Head, 'stretches'>, ordinal: number): [SearchedTable, Scope] {
  const found = head.stretches.findLast(([, , first]) => first <= ordinal)
  if (!found) throw new Error(`没有序号 ${ordinal}`)
  return [found[0], found[1]]
}

/** Code of the main duty of a case; undefined for other records and where none is known. */
export function dutyOf(head: Pick<Head, 'duties' | 'cases'>, ordinal: number): string | undefined {
  if (ordinal >= head.cases) return undefined
  return head.duties.findLast(([, first]) => first <= ordinal)?.[0] || undefined
}
