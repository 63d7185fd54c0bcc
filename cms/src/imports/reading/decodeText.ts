import { FileRefused } from '../fileRefused.ts'
import { isBig5 } from './chineseEncoding.ts'

/** A text with the name of its encoding for people; null name where nothing need be said. */
export type Decoded = { text: string; encoding: string | null }

/** Below this share of broken characters a text is damaged UTF-8 rather than another encoding. */
const FEW = 0.02

/**
 * Decodes a text file by its marks and by what fits: UTF-8, UTF-16 in both orders, GB18030 (which holds GBK and GB2312
 * and, unlike them, the no-break spaces that offices have), Big5. @throws {FileRefused} when nothing fits
 */
export function decodeText(bytes: Buffer): Decoded {
  const start = bytes.subarray(0, 3).toString('hex')
  if (start.startsWith('efbbbf')) return { text: decoded(bytes, 'utf-8'), encoding: null }
  if (start.startsWith('fffe')) return { text: decoded(bytes, 'utf-16le'), encoding: 'UTF-16' }
  if (start.startsWith('feff')) return { text: decoded(bytes, 'utf-16be'), encoding: 'UTF-16（大端）' }
  const zeros = zerosOf(bytes.subarray(0, 4_096))
  if (zeros === 'odd') return { text: decoded(bytes, 'utf-16le'), encoding: 'UTF-16（没有标记）' }
  if (zeros === 'even') return { text: decoded(bytes, 'utf-16be'), encoding: 'UTF-16（大端，没有标记）' }
  if (zeros === 'some' || bytes.includes(0))
    throw new FileRefused('这不是文字表格：里面有文字里不会有的字节。请交 .xlsx、.xls 或 .csv')
  const utf8 = tried(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: null }
  refuseDamagedUtf8(bytes)
  const big5 = isBig5(bytes) ? tried(bytes, 'big5') : null
  if (big5 !== null) return { text: big5, encoding: 'Big5（繁体）' }
  const gb18030 = tried(bytes, 'gb18030')
  if (gb18030 !== null && !/[\ue000-\uf8ff\ufffd]/.test(gb18030))
    return { text: gb18030, encoding: 'GB18030（GBK）' }
  throw new FileRefused(
    '文字的编码认不出来（不是 UTF-8、UTF-16、GB18030 或 Big5）：请在 Excel 里另存为 .xlsx 再来',
  )
}

function tried(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decoded(bytes: Buffer, encoding: string): string {
  const text = tried(bytes, encoding)
  if (text === null)
    throw new FileRefused(
      `文件标着 ${encoding.toUpperCase()}，里面却有读不出来的字节，传的时候坏了：请重新导出`,
    )
  return text
}

/** Mostly good UTF-8 with a few broken bytes was cut or damaged; another encoding would make other words of it. */
function refuseDamagedUtf8(bytes: Buffer): void {
  const text = new TextDecoder('utf-8').decode(bytes)
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length
  const broken = (text.match(/\ufffd/g) ?? []).length
  if (han === 0 || broken > Math.max(3, han * FEW)) return
  const row = text.slice(0, text.indexOf('\ufffd')).split('\n').length
  throw new FileRefused(`文件像是 UTF-8，第${row}行却有坏的字节，可能没有传完：请重新导出`)
}

/** In which places of two the zeros of a text lie: one side only, some elsewhere, or none. */
function zerosOf(bytes: Buffer): 'odd' | 'even' | 'some' | 'none' {
  const counts = [0, 0]
  bytes.forEach((byte, i) => {
    if (byte === 0) counts[i % 2] = (counts[i % 2] as number) + 1
  })
  const [even, odd] = counts as [number, number]
  if (even + odd === 0) return 'none'
  if (even === 0 && odd > bytes.length / 16) return 'odd'
  return odd === 0 && even > bytes.length / 16 ? 'even' : 'some'
}
