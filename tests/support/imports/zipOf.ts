import { crc32, deflateRawSync } from 'node:zlib'

/** What is wrong with an entry on purpose. */
export type Entry = { content: string | Buffer; wrongCrc?: boolean; encrypted?: boolean; saysBytes?: number }

/** A zip archive made by hand, so that it can be wrong in ways that no library writes. */
export function zipOf(entries: readonly (readonly [name: string, entry: Entry | string])[]): Buffer {
  const parts: Buffer[] = []
  const heads: Buffer[] = []
  let at = 0
  for (const [name, given] of entries) {
    const entry = typeof given === 'string' ? { content: given } : given
    const content = Buffer.from(entry.content)
    const packed = deflateRawSync(content, { level: 9 })
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(entry.encrypted ? 0x801 : 0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(0x21, 8)
    common.writeUInt32LE((crc32(content) + (entry.wrongCrc ? 1 : 0)) >>> 0, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.saysBytes ?? content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    heads.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, tail, Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}
