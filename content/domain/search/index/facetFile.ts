import { type ByteReader, ByteWriter } from './bytes.ts'
import { type DocSet, readDocSet, writeDocSet } from './docSet.ts'

/** One value of a filter: its words, its level in a tree of values, and the cases under it. */
export type FacetValue = { value: string; label: string; depth: number; docs: DocSet }

/** The values of one filter in display order. */
export function writeFacet(values: readonly FacetValue[]): Uint8Array {
  const out = new ByteWriter()
  out.number(values.length)
  for (const { value, label, depth, docs } of values) {
    out.text(value)
    out.text(label)
    out.number(depth)
    writeDocSet(out, docs)
  }
  return out.done()
}

export function readFacet(from: ByteReader): FacetValue[] {
  return Array.from({ length: from.number() }, () => ({
    value: from.text(),
    label: from.text(),
    depth: from.number(),
    docs: readDocSet(from),
  }))
}
