import { constants, crc32, deflateRawSync } from 'node:zlib'

const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** An empty last block: what was joined before it is complete. */
const END = Buffer.from([3, 0])

/**
 * One gzip file of many pieces. Each piece is deflated by itself and ends on a whole byte, so pieces can be joined, and
 * one that was deflated before (same name) is not deflated again: a table of which one part changed costs one part.
 */
export class JoinedGzip {
  private readonly known = new Map<string, Buffer>()

  /**
   * The gzip file of some bytes, given as their pieces in order.
   * @param pieces each with a name that stands for the same bytes for ever, such as its hash
   */
  of(whole: Buffer, pieces: readonly { name: string; bytes: Buffer }[]): Buffer {
    const tail = Buffer.alloc(8)
    tail.writeUInt32LE(crc32(whole), 0)
    tail.writeUInt32LE(whole.length, 4)
    return Buffer.concat([HEAD, ...pieces.map((piece) => this.deflated(piece)), END, tail])
  }

  /** Forgets the pieces that no name of `stay` stands for. */
  keep(stay: ReadonlySet<string>): void {
    for (const name of this.known.keys()) if (!stay.has(name)) this.known.delete(name)
  }

  private deflated({ name, bytes }: { name: string; bytes: Buffer }): Buffer {
    const known = this.known.get(name)
    if (known) return known
    const made = deflateRawSync(bytes, { level: 6, finishFlush: constants.Z_SYNC_FLUSH })
    this.known.set(name, made)
    return made
  }
}
