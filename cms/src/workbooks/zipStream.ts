import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of an archive, its text in pieces: no more than a piece is in memory at once. */
export type ZipPart = { name: string; text: AsyncIterable<string> | Iterable<string> }

/** An entry as it lies in the archive; sizes and offset in bytes. */
type Entry = { name: Buffer; crc: number; packed: number; size: number; offset: number }

/** Sizes follow the content, names are UTF-8, the content is deflated; version 2.0. */
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20
/** 1980-01-01, the first day that the format knows: the same content is the same file. */
const FIRST_DAY = 0x0021

/** The bytes of a ZIP archive as they are made, each part after the one before. Below 4 GB and 65,535 parts. */
export async function* zipStream(parts: readonly ZipPart[]): AsyncGenerator<Buffer> {
  const entries: Entry[] = []
  let offset = 0
  for (const part of parts) {
    const entry: Entry = { name: Buffer.from(part.name), crc: 0, packed: 0, size: 0, offset }
    const head = record(0x04034b50, [2, VERSION], ...shared(entry), [2, 0])
    yield Buffer.concat([head, entry.name])
    for await (const piece of deflated(part, entry)) yield piece
    yield record(0x08074b50, [4, entry.crc], [4, entry.packed], [4, entry.size])
    offset += head.length + entry.name.length + entry.packed + 16
    entries.push(entry)
  }
  let length = 0
  for (const entry of entries) {
    const rest: Field[] = [
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, entry.offset],
    ]
    const head = record(0x02014b50, [2, VERSION], [2, VERSION], ...shared(entry), ...rest)
    length += head.length + entry.name.length
    yield Buffer.concat([head, entry.name])
  }
  const count = entries.length
  yield record(0x06054b50, [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0])
}

/** The content of a part, packed; its sizes and checksum are counted into the entry on the way. */
async function* deflated({ text }: ZipPart, entry: Entry): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw({ level: 5 })
  const fed = (async () => {
    for await (const piece of text) {
      const bytes = Buffer.from(piece)
      entry.crc = crc32(bytes, entry.crc)
      entry.size += bytes.length
      if (!packer.write(bytes)) await new Promise((resolve) => packer.once('drain', resolve))
    }
    packer.end()
  })().catch((error) => packer.destroy(error))
  for await (const piece of packer as AsyncIterable<Buffer>) {
    entry.packed += piece.length
    yield piece
  }
  await fed
}

/** A number and in how many bytes it is written. */
type Field = readonly [bytes: 2 | 4, value: number]

/** What the heads of an entry have in common: flags, way of packing, time and day, checksum, sizes, length of its name. */
function shared({ crc, packed, size, name }: Entry): Field[] {
  return [
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, FIRST_DAY],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
  ]
}

function record(signature: number, ...fields: Field[]): Buffer {
  const all: Field[] = [[4, signature], ...fields]
  const bytes = Buffer.alloc(all.reduce((sum, [length]) => sum + length, 0))
  let at = 0
  for (const [length, value] of all) {
    bytes.writeUIntLE(value, at, length)
    at += length
  }
  return bytes
}
