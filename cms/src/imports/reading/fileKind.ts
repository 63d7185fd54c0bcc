import { FileRefused } from '../fileRefused.ts'

/** What a file is by its first bytes; `text` is looked at further. */
export type FileKind = 'archive' | 'compound' | 'text'

/** Files that people name `.xlsx` or `.csv` by mistake, by their first bytes. */
const OTHERS: readonly (readonly [bytes: string, what: string])[] = [
  ['25504446', 'PDF 文件'],
  ['89504e470d0a1a0a', '图片（PNG）'],
  ['ffd8ff', '图片（JPEG）'],
  ['47494638', '图片（GIF）'],
  ['52617221', 'RAR 压缩包'],
  ['377abcaf271c', '7z 压缩包'],
  ['1f8b', 'gzip 压缩包'],
  ['fd377a585a00', 'xz 压缩包'],
  ['7b5c727466', 'RTF 文档'],
  ['49443b50', 'SYLK 文件（.slk）'],
  ['5441424c450d0a302c31', 'DIF 文件（.dif）'],
  ['5441424c450a302c31', 'DIF 文件（.dif）'],
  ['4d5a', '程序'],
  ['7f454c46', '程序'],
  ['53514c69746520666f726d6174', '数据库文件'],
]

/** Tells a file by what it holds, whatever its name. @throws {FileRefused} when it is no table */
export function fileKind(bytes: Buffer): FileKind {
  if (bytes.every((byte) => byte === 0))
    throw new FileRefused(
      bytes.length === 0
        ? '文件是空的：一个字节也没有，请重新导出'
        : '文件里全是空字节，没有存好：请重新导出',
    )
  const start = bytes.subarray(0, 16).toString('hex')
  const other = OTHERS.find(([magic]) => start.startsWith(magic))
  if (other) throw new FileRefused(`这是${other[1]}，不是表格：请交 .xlsx、.xls 或 .csv`)
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return 'archive'
  if (start.startsWith('d0cf11e0a1b11ae1')) return 'compound'
  return 'text'
}
