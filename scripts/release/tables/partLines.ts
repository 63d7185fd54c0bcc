import { type DatasetId, datasetOf } from '#domain/published/datasets'
import type { BlobStore } from '../store/blobStore.ts'
import { type Line, readLines } from './readLines.ts'
import { csvHead } from './tableLines.ts'

/** The lines of a written part of a table, by the names of its columns. Throws where a line has more or fewer cells. */
export function linesOf(blobs: BlobStore, id: DatasetId, blob: string): Line[] {
  return readLines(csvHead(datasetOf(id)) + blobs.read(blob).toString('utf8'))
}

/** Whether a line is of a real record or of the sample. */
export function scopeOfLine(line: Line): 'sample' | 'real' {
  return line('origin') === 'sample' ? 'sample' : 'real'
}
