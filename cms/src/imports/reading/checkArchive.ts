import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { FileRefused } from '../fileRefused.ts'
import { MOST_CELLS, MOST_PARTS, MOST_RATIO, MOST_UNPACKED } from './limits.ts'
import { type Hidden, PartScan, type SeenPart } from './scanPart.ts'

const DAMAGED = '文件坏了（压缩包不完整，或内容与校验码不符）：请从原来的电脑重新保存、重新传一次'
const BOMB = '这个文件解开以后大得不合理，不像真的工作簿：没有读。请只留要导入的表，另存一份再来'
const PASSWORD = '工作簿有密码：请在 Excel 里去掉密码，另存一份再来'
/** A part below this size may be packed as tightly as it likes. */
const LARGE_PART = 1024 * 1024

/** Office files whose parts lie elsewhere: what they are. */
const OTHER_OFFICE: readonly (readonly [part: RegExp, what: string])[] = [
  [/^word\//i, 'Word 文档'],
  [/^ppt\//i, 'PowerPoint 演示文稿'],
  [/^xl\/workbook\.bin$/i, '二进制工作簿（.xlsb）'],
  [/^content\.xml$/i, 'OpenDocument 文件（.ods 或 .odt）'],
]

/** What is hidden in a sheet, by the name that the workbook gives it; what is not looked at has nothing hidden. */
export type HiddenParts = (relation: string | undefined) => Hidden | undefined

/**
 * Looks at a workbook's archive before anything reads it: names, sizes while unpacking, checksums, entities, cells.
 * @throws {FileRefused} in words
 */
export async function checkArchive(bytes: Buffer): Promise<HiddenParts> {
  const zip = await opened(bytes)
  const names = new Set<string>()
  const hidden = new Map<string, Hidden>()
  const relations = new Map<string, string>()
  let unpacked = 0
  let cells = 0
  try {
    if (zip.entryCount > MOST_PARTS) throw new FileRefused(BOMB)
    for await (const entry of entriesOf(zip)) {
      const name = entry.fileName.toLowerCase()
      if (names.has(name))
        throw new FileRefused(`压缩包里有两个同名的部件（${entry.fileName}），不知道哪个算数：请重新保存`)
      names.add(name)
      if (entry.isEncrypted()) throw new FileRefused(PASSWORD)
      const seen = await scan(zip, entry, MOST_UNPACKED - unpacked)
      unpacked += seen.bytes
      cells += seen.cells
      hidden.set(name, seen.hidden)
      for (const [id, part] of seen.relations) relations.set(id, part.toLowerCase())
      if (cells > MOST_CELLS) throw new FileRefused(`有内容的格子超过一百万个：请按月份或年份分成几个文件`)
    }
  } finally {
    zip.close()
  }
  tellKind([...names])
  return (relation) => hidden.get(relations.get(relation ?? '') ?? '')
}

async function opened(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { validateEntrySizes: true, autoClose: false })
  } catch {
    throw new FileRefused(DAMAGED)
  }
}

/** The entries, a broken list of them in words. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    for await (const entry of zip.eachEntry()) yield entry
  } catch (error) {
    if (error instanceof FileRefused) throw error
    if (/relative path|absolute path|invalid characters/.test(String(error)))
      throw new FileRefused('压缩包里有指到外面去的文件名，不像正常的工作簿：没有读')
    throw new FileRefused(DAMAGED)
  }
}

async function scan(zip: ZipFile, entry: Entry, left: number): Promise<SeenPart> {
  const scan = new PartScan(entry.fileName)
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      scan.add(chunk as Buffer)
      const { bytes } = scan.seen
      if (bytes > left || (bytes > LARGE_PART && bytes > entry.compressedSize * MOST_RATIO))
        throw new FileRefused(BOMB)
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused(DAMAGED)
  }
  const seen = scan.end()
  if (seen.crc !== entry.crc32) throw new FileRefused(DAMAGED)
  if (seen.hasEntities)
    throw new FileRefused(`文件里有外部实体或文档类型声明（${entry.fileName}），正常的工作簿没有：没有读`)
  return seen
}

/** What the parts make: a workbook, or something else under its name. */
function tellKind(names: readonly string[]): void {
  if (
    names.some((name) => /(^|\/)workbook\d*\.xml$/.test(name)) &&
    names.some((name) => name.startsWith('xl/'))
  )
    return
  const other = OTHER_OFFICE.find(([part]) => names.some((name) => part.test(name)))
  throw new FileRefused(
    other
      ? `这是 ${other[1]}，不是 Excel 工作簿：请另存为 .xlsx 再来`
      : '这是压缩包，不是工作簿：请解开，交里面的 .xlsx 或 .csv',
  )
}
