import { type ByteReader, ByteWriter } from './bytes.ts'
import { isLarge } from './large.ts'

/**
 * A key of a large index that takes more bytes than this has a file of its own. Keys share their files by chance: what a
 * word of everybody weighs would be loaded with each rare word beside it.
 */
const HEAVY = 5000
/** Stands where an entry has its flags. */
const APART = 8

/**
 * Whether what is kept under a key, so many bytes, stands in a file of its own in an index of `size` records: only where
 * one of its terms is common, because a question asks for few of those, and its file is one request more.
 */
export function standsApart(bytes: number, hasCommon: boolean, size: number): boolean {
  return isLarge(size) && hasCommon && bytes > HEAVY
}

/** What stands in the place of such a key: one of its terms, and the number of the file. */
export function writeApart(term: string, file: number): Uint8Array {
  const content = new ByteWriter()
  content.text(term)
  content.byte(APART)
  content.number(file)
  const framed = new ByteWriter()
  framed.number(content.length)
  framed.raw(content.done())
  return framed.done()
}

/** The number of the file where the entry that begins here says that its key stands apart; otherwise undefined. */
export function readApart(from: ByteReader): number | undefined {
  from.number()
  from.text()
  return from.byte() === APART ? from.number() : undefined
}
