import { ByteReader, ByteWriter } from './bytes.ts'
import { type Load, LoadFailed } from './load.ts'

/** Every file of an index says of itself what it is, how long and which bytes: one that came broken is never read. */
export const PIECES = {
  head: 1,
  terms: 2,
  positions: 3,
  documents: 4,
  facet: 5,
  initials: 6,
} as const
export type PieceKind = keyof typeof PIECES

/** Rises with every change of the format, the keys or the normal form: an older script does not read a newer index. */
const FORMAT = 3
const [S, X] = [0x53, 0x58]

/** FNV-1a over bytes. */
function sumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ (bytes[i] as number), 0x01000193)
  return sum >>> 0
}

/** The file of a piece. */
export function sealPiece(kind: PieceKind, content: Uint8Array): Uint8Array {
  const out = new ByteWriter()
  for (const byte of [S, X, FORMAT, PIECES[kind]]) out.byte(byte)
  out.number(content.length)
  const sum = sumOf(content)
  for (let shift = 0; shift < 32; shift += 8) out.byte((sum >>> shift) & 255)
  out.raw(content)
  return out.done()
}

/** Loads a piece and reads it. Throws `LoadFailed` when it does not come, comes broken, or is none of ours. */
export async function loadPiece<T>(
  load: Load,
  path: string,
  kind: PieceKind,
  read: (content: ByteReader) => T,
): Promise<T> {
  try {
    return read(new ByteReader(contentOf(await load(path), kind)))
  } catch (error) {
    if (error instanceof LoadFailed) throw error
    throw new LoadFailed(path, error instanceof Error ? error.message : String(error))
  }
}

function contentOf(bytes: Uint8Array, kind: PieceKind): Uint8Array {
  const file = new ByteReader(bytes)
  if (file.byte() !== S || file.byte() !== X) throw new Error('不是搜索的文件')
  if (file.byte() !== FORMAT) throw new Error('是另一版的写法，请重新打开这一页')
  if (file.byte() !== PIECES[kind]) throw new Error('不是这里要的那一种')
  const length = file.number()
  let sum = 0
  for (let shift = 0; shift < 32; shift += 8) sum |= file.byte() << shift
  const content = file.raw(length)
  if (sumOf(content) !== sum >>> 0) throw new Error('字节不对')
  return content
}
