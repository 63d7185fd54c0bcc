import { join } from 'node:path'
import type { SearchDocument } from '#domain/search/document'
import type { FacetWords } from '#domain/search/facetWords'
import { standsApart, writeApart } from '#domain/search/index/apart'
import { type BlockDocument, writeBlock } from '#domain/search/index/documentBlock'
import { writeFacet } from '#domain/search/index/facetFile'
import { Fingerprints } from '#domain/search/index/fingerprints'
import { HEAD_FILE, type Head, KEYS_FILE, writeHead } from '#domain/search/index/head'
import { writePhrases } from '#domain/search/index/initials'
import { isLarge, keepsPlaces } from '#domain/search/index/large'
import { ownText } from '#domain/search/index/ownText'
import { framePlaces } from '#domain/search/index/positions'
import { writeEntry } from '#domain/search/index/termEntry'
import { keyOfTerm, pieceName } from '#domain/search/index/termKey'
import type { FacetId } from '#domain/world/facets'
import { GatherTerms } from './gatherTerms.ts'
import { PieceFiles } from './pieceFiles.ts'
import { type ReadDocuments, readDocuments, remembering } from './readDocuments.ts'
import { Spool } from './spool.ts'
import { PAIR, TermTable } from './termTable.ts'

/** Bytes of one file of each family, before compression. */
const TERMS_SIZE = 2400
const POSITIONS_SIZE = 4000
const INITIALS_SIZE = 3000
/** Records in one file of documents. */
const IN_BLOCK = 64
/** The same in a large index, where what was asked for is long and its neighbours in the file are better left. */
const TERMS_SIZE_LARGE = 800
const IN_BLOCK_LARGE = 16
/** Shares of all records from which a term is common, and from which it is everywhere. */
const COMMON = 0.04
const EVERYWHERE = 0.2

/**
 * Writes the own index of searched records into a folder. They are read once and put aside in that folder meanwhile.
 * @param wordsOf the words of the filters' values that are used
 */
export function writeSearchIndex(
  documents: Iterable<SearchDocument>,
  wordsOf: (used: ReadonlyMap<FacetId, ReadonlySet<string>>) => readonly FacetWords[],
  folder: string,
): void {
  const spool = new Spool(join(folder, 'spool'))
  try {
    const read = readDocuments(documents, spool)
    const files = new PieceFiles(folder)
    const list = read.words.list()
    const table = new TermTable([...list, ...read.tokens])
    const terms = new GatherTerms(table, read.mean)
    const laidOut = layOut(read, terms, files)
    const facets = wordsOf(read.used)
    for (const { id, values } of facets)
      files.write(
        `f/${id}.bin`,
        'facet',
        writeFacet(
          values.map((v) => ({
            ...v,
            docs: Uint32Array.from(laidOut.facets.get(`${id}\t${v.value}`) ?? []),
          })),
        ),
      )
    const kept = writeTerms(table, terms, files, read.order.length)
    const initialFiles = files.writeFamily(
      'i',
      'initials',
      [...read.words.initials()].map(([initials, all]) => ({
        key: initials,
        bytes: writePhrases([[initials, all]]),
      })),
      INITIALS_SIZE,
    )
    const { facets: _, ...stretches } = laidOut
    const head: Head = {
      size: read.order.length,
      ...stretches,
      mean: read.mean,
      ...kept,
      initialFiles,
      inBlock: inBlockOf(read.order.length),
      facets: facets.map(({ id }) => id),
      words: Fingerprints.of(list),
      longestWord: Math.max(1, ...list.map((word) => word.length)),
    }
    files.write(HEAD_FILE, 'head', writeHead(head))
  } finally {
    spool.drop()
  }
}

/** Reads the records again in the order of their ordinals: terms, documents, filters, stretches. */
function layOut(
  { spool, order }: ReadDocuments,
  terms: GatherTerms,
  files: PieceFiles,
): Pick<Head, 'stretches' | 'duties' | 'cases'> & { facets: Map<string, number[]> } {
  const stretches: Head['stretches'] = []
  const duties: Head['duties'] = []
  const facets = new Map<string, number[]>()
  const keys: string[] = []
  let block: BlockDocument[] = []
  let cases = 0
  const inBlock = inBlockOf(order.length)
  const inForm = remembering()
  order.forEach((place, ordinal) => {
    const document = spool.get(place)
    const { table, scope, key, path, title, line } = document
    terms.record(ordinal, ownText(document, inForm))
    const last = stretches.at(-1)
    const isNew = last?.[0] !== table || last[1] !== scope
    if (isNew) stretches.push([table, scope, ordinal])
    if (table === 'cases') {
      cases = ordinal + 1
      const duty = document.facets.duty?.[0] ?? ''
      if (isNew || duties.at(-1)?.[0] !== duty) duties.push([duty, ordinal])
    }
    for (const [id, values] of Object.entries(document.facets))
      for (const value of values) {
        const under = `${id}\t${value}`
        const docs = facets.get(under)
        if (docs) docs.push(ordinal)
        else facets.set(under, [ordinal])
      }
    keys.push(`${table}\t${key}`)
    block.push({ key, path, title, line })
    if (block.length < inBlock && ordinal < order.length - 1) return
    files.write(pieceName('d', Math.floor(ordinal / inBlock)), 'documents', writeBlock(block))
    block = []
  })
  files.writePlain(KEYS_FILE, keys.map((key) => `${key}\n`).join(''))
  return { stretches, duties, cases, facets }
}

function inBlockOf(size: number): number {
  return isLarge(size) ? IN_BLOCK_LARGE : IN_BLOCK
}

function writeTerms(
  table: TermTable,
  terms: GatherTerms,
  files: PieceFiles,
  size: number,
): Pick<Head, 'termFiles' | 'positionFiles' | 'common' | 'everywhere'> {
  const common: string[] = []
  const everywhere: string[] = []
  const sorted = table.terms.map((term, id) => ({ term, id, key: keyOfTerm(term) }))
  sorted.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.term < b.term ? -1 : 1))
  const entries: Entry[] = []
  const places: { key: string; bytes: Uint8Array }[] = []
  for (const { term, id, key } of sorted) {
    const gathered = terms.of(id)
    const { docs, near } = gathered
    if (docs.length + near.length === 0) continue
    const isCommon = docs.length > size * COMMON
    if (isCommon) common.push(term)
    if (docs.length > size * EVERYWHERE) everywhere.push(term)
    entries.push({ key, term, isCommon, bytes: writeEntry({ term, ...gathered }, size) })
    if (table.kinds[id] === PAIR && docs.length > 0 && keepsPlaces(docs.length, size))
      places.push({ key: term, bytes: framePlaces(term, terms.placesOf(id)) })
  }
  const termsSize = isLarge(size) ? TERMS_SIZE_LARGE : TERMS_SIZE
  return {
    termFiles: files.writeFamily('t', 'terms', withoutHeavy(entries, files, size), termsSize),
    positionFiles: files.writeFamily('p', 'positions', places, POSITIONS_SIZE),
    common: Fingerprints.of(common),
    everywhere: Fingerprints.of(everywhere),
  }
}

type Entry = { key: string; term: string; isCommon: boolean; bytes: Uint8Array }

/** Entries in the order of their keys; those of a key that stands apart are written to its file, and one says which it is. */
function* withoutHeavy(entries: readonly Entry[], files: PieceFiles, size: number): Generator<Entry> {
  let apart = 0
  for (let from = 0, to = 0; from < entries.length; from = to) {
    const first = entries[from] as Entry
    while (entries[to]?.key === first.key) to++
    const own = entries.slice(from, to)
    const bytes = own.reduce((sum, entry) => sum + entry.bytes.length, 0)
    const hasCommon = own.some((entry) => entry.isCommon)
    if (!standsApart(bytes, hasCommon, size)) yield* own
    else {
      files.write(pieceName('h', apart), 'terms', Buffer.concat(own.map((entry) => entry.bytes)))
      yield { ...first, bytes: writeApart(first.term, apart++) }
    }
  }
}
