import { constants, crc32, deflateRawSync } from 'node:zlib'

const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** An empty last block: what was joined before it is complete. */
const END = Buffer.from([3, 0])

/** A piece of a file, with a name that stands for the same bytes for ever, such as its hash. */
export type Piece = { name: string; bytes: Buffer }

/**
 * One gzip file of many pieces. Each piece is deflated by itself and ends on a whole byte, so pieces can be joined, and
 * one that was deflated before (same name) is not deflated again: a table of which one part changed costs one part.
 */
export class JoinedGzip {
  private known = new Map<string, Buffer>()

  private deflated({ name, bytes }: Piece): Buffer {
    return this.known.get(name) ?? deflateRawSync(bytes, { level: 6, finishFlush: constants.Z_SYNC_FLUSH })
  }

  /** The bytes of the gzip file, piece by piece: each piece as it is, and what stands for it in the file. */
  *of(pieces: Iterable<Piece>): Generator<{ plain: Buffer; gzip: Buffer }> {
    const stays = new Map<string, Buffer>()
    let sum = 0
    let length = 0
    yield { plain: Buffer.alloc(0), gzip: HEAD }
    for (const piece of pieces) {
      const { name, bytes } = piece
      const deflated = stays.get(name) ?? this.deflated(piece)
      stays.set(name, deflated)
      sum = crc32(bytes, sum)
      length += bytes.length
      yield { plain: bytes, gzip: deflated }
    }
    const tail = Buffer.alloc(8)
    tail.writeUInt32LE(sum, 0)
    tail.writeUInt32LE(length, 4)
    yield { plain: Buffer.alloc(0), gzip: Buffer.concat([END, tail]) }
    this.known = stays
  }
}
