import { CFB } from '@e965/xlsx'
import { FileRefused } from '../fileRefused.ts'

/** Whether an old office file holds a workbook. @throws {FileRefused} for a password, damage, or another kind of file */
export function checkCompound(bytes: Buffer): void {
  let names: string[]
  try {
    names = CFB.read(bytes, { type: 'buffer' }).FullPaths.map((path: string) => path.split('/').at(-1) ?? '')
  } catch {
    throw new FileRefused('文件坏了（旧格式的结构不完整）：请从原来的电脑重新保存、重新传一次')
  }
  const has = (...wanted: string[]) => names.some((name) => wanted.includes(name))
  if (has('EncryptedPackage', 'EncryptionInfo'))
    throw new FileRefused('工作簿有密码：请在 Excel 里去掉密码，另存一份再来')
  if (has('Workbook', 'Book', 'WORKBOOK', 'BOOK')) return
  const what = has('WordDocument')
    ? 'Word 文档'
    : has('PowerPoint Document')
      ? 'PowerPoint 演示文稿'
      : '别的程序的文件'
  throw new FileRefused(`这是 ${what}，不是 Excel 工作簿：请把表格另存为 .xlsx 再来`)
}
