import { type ByteReader, ByteWriter } from './bytes.ts'

/** What a hit prints of a settled record. */
export type BlockDocument = { key: string; path: string; title: string; line: string }

const FIELD_BORDER = '\0'

/** Writes the documents of one block, field by field so that like stands beside like. */
export function writeBlock(documents: readonly BlockDocument[]): Uint8Array {
  const out = new ByteWriter()
  const fields = ['title', 'line', 'path', 'key'] as const
  out.text(
    fields
      .map((field) => documents.map((d) => d[field].replace(/[\n\0]/g, ' ')).join('\n'))
      .join(FIELD_BORDER),
  )
  return out.done()
}

export function readBlock(from: ByteReader): BlockDocument[] {
  const [titles, lines, paths, keys] = from
    .text()
    .split(FIELD_BORDER)
    .map((field) => field.split('\n'))
  if (!titles || !lines || !paths || !keys) throw new Error('少了一栏')
  return titles.map((title, i) => ({
    title,
    line: lines[i] as string,
    path: paths[i] as string,
    key: keys[i] as string,
  }))
}
