import { FileRefused } from '../fileRefused.ts'
import { closedCells } from './closedCells.ts'
import { decodeText } from './decodeText.ts'

/** Encodings that a page or an XML file may declare. */
const DECLARED = /<\?xml[^>]*\bencoding=["']([\w-]+)["']|<meta[^>]*charset=["']?([\w-]+)/i

/** What a text file is when it is no text table. */
export type Markup = { kind: 'html' | 'xml-2003'; text: string }

/**
 * A table saved as a page or as the XML of Excel 2003, which offices name `.xls`; null for a plain text.
 * @throws {FileRefused} when it declares entities or is another kind of markup
 */
export function decodeMarkup(bytes: Buffer): Markup | null {
  const start = bytes
    .subarray(0, 4_096)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart()
  if (!start.startsWith('<')) return null
  const kind = kindOf(start)
  const text = decoded(bytes, DECLARED.exec(start))
  if (kind === 'xml-2003' ? /<!(?:DOCTYPE|ENTITY)/i.test(text) : /<!ENTITY/i.test(text))
    throw new FileRefused('文件里有外部实体或文档类型声明，正常的表格没有：没有读')
  if (kind === 'html' && !/<table[\s>]/i.test(text))
    throw new FileRefused('这是网页，里面没有表格：请交 .xlsx、.xls 或 .csv')
  return { kind, text: kind === 'html' ? closedCells(text) : text }
}

function kindOf(start: string): Markup['kind'] {
  if (/<(?:\w+:)?Workbook[\s>]/.test(start) && start.includes('urn:schemas-microsoft-com:office:spreadsheet'))
    return 'xml-2003'
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE html|<!--|<(?:html|table|head|meta|body|style|div|center)[\s>])/i.test(
      start,
    )
  )
    return 'html'
  throw new FileRefused('这是 XML 文件，不是 Excel 存的表格：请另存为 .xlsx 再来')
}

/** By the declared encoding where it fits, by marks and content otherwise. */
function decoded(bytes: Buffer, declared: RegExpExecArray | null): string {
  const name = (declared?.[1] ?? declared?.[2] ?? '').toLowerCase()
  if (/^(gb2312|gbk|gb18030|gb_2312-80|x-gbk)$/.test(name)) {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    } catch {
      // The declaration is wrong: what fits is taken.
    }
  }
  return decodeText(bytes).text
}
