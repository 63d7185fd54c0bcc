// A task of the bench: makes the own index of the searched records in a file, in a process of its own that is measured.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import type { SearchDocument } from '#domain/search/document'
import type { FacetWords } from '#domain/search/facetWords'
import { writeSearchIndex } from '../../../scripts/release/search/index/writeSearchIndex.ts'

const [file, words, folder] = process.argv.slice(2) as [string, string, string]
const PIECE = 1 << 22

/** Records of an NDJSON file, a piece of it in memory at a time. */
function* recordsOf(path: string): Generator<SearchDocument> {
  const handle = openSync(path, 'r')
  const piece = Buffer.alloc(PIECE)
  let rest: Buffer = Buffer.alloc(0)
  for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
    const bytes = Buffer.concat([rest, piece.subarray(0, read)])
    const end = bytes.lastIndexOf(10)
    rest = Buffer.from(bytes.subarray(end + 1))
    for (const line of bytes.toString('utf8', 0, Math.max(0, end)).split('\n'))
      if (line) yield JSON.parse(line) as SearchDocument
  }
  closeSync(handle)
}

writeSearchIndex(recordsOf(file), () => JSON.parse(readFileSync(words, 'utf8')) as FacetWords[], folder)
process.exit(0)
