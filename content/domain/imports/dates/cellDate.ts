import { cleanText } from '../../cleanText.ts'
import { preciseDate } from '../../dates.ts'
import { readTypedDate } from '../../typedDate.ts'
import { hourOf } from '../../typedTime.ts'
import { cellText, saysNothing } from '../cellText.ts'
import type { DateOrder } from '../mapping.ts'
import type { CellValue } from '../workbook.ts'
import { englishDate, isDayOrYear } from './englishDate.ts'
import { machineTime } from './machineTime.ts'

/** What a mapping knows of the dates of its workbooks. */
export type DateKnowledge = { dateOrder?: DateOrder | undefined; undatedYear?: number | undefined }

/** A cell as a date, nothing, or why a person is needed. */
export type CellDate =
  | { date: string | null }
  | { fault: 'ambiguous-date' | 'unreadable-date' | 'no-year'; text: string }

/** What offices write into a column of dates for what has not happened: there is no date yet. */
const NOT_YET =
  /^(?:(?:尚|还|暂)?未(?:到场|到|办结|办完|办理|办|完成|完|结案|结|处理|回访|定)|在办|(?:正在)?(?:办理|处理)中?|(?:进行|推进|跟进|整改)中|待(?:办结|办理|办|结案|处理|回访|定))$/

/** What databases and spreadsheets make of no date at all. */
const ZERO = /^(?:0000|1900)[-/]0?[01][-/]00?(?:[ T].*)?$/
/** A machine's digits without marks: `20210304093000`, with or without seconds. */
const CLOSE = /^((?:19|20)\d{2})(\d{2})(\d{2}) ?(\d{2})(\d{2})(?:\d{2})?$/
/** A weekday, a time of day in words, an ending that says nothing more. */
const BESIDE = /[(（]?(?:星期|周)[一二三四五六日天][)）]?|[(（][^)）]*[)）]$|(?:左右|前后|许)$/g
const TIME = String.raw`(?:[ T]*(?:(上午|下午|晚上?|早上?|中午|凌晨) ?)?(\d{1,2})(?::|时|点)(\d{1,2})?(?:(?::|分)\d{0,2}秒?(?:\.\d+)?)?分?)?`
const NO_YEAR = new RegExp(String.raw`^(\d{1,2})(?:月|[-/.])(\d{1,2})日?${TIME}$`)
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${TIME}$`)
const YEAR_FIRST = new RegExp(
  String.raw`^(\d{4})(?:年|[-/. ])(\d{1,2})(?:月|[-/. ])(\d{1,2})日?(?:Z|\+0?8:?00)?${TIME}$`,
)
const SHORT_YEAR = /^'?(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})\b/
const SHORT_YEAR_NAMED = /^'?(\d{2})年(?=\d{1,2}月)/
const HAN_DIGITS = '〇一二三四五六七八九'

/** Reads a cell as a date, as precisely as it says. */
export function cellDate(cell: CellValue | undefined, known: DateKnowledge): CellDate {
  if (saysNothing(cell)) return { date: null }
  if (typeof cell === 'object' && cell && 'date' in cell) return checked(cell.date, cell.date)
  if (typeof cell === 'number' && !CLOSE.test(String(cell))) return ofNumber(cell)
  const said = cellText(cell)
  if (said === '') return { date: null }
  const text = plain(machineTime(said))
  if (NOT_YET.test(text) || ZERO.test(text)) return { date: null }
  if (isDayOrYear(text))
    return {
      fault: 'ambiguous-date',
      text: `“${said}”可能是某日，也可能是某年的这个月：请在表里把年月日写全`,
    }
  return ofText(englishDate(text), said, known)
}

function ofText(text: string, said: string, known: DateKnowledge): CellDate {
  const typed = readTypedDate(text)
  if (typed !== null) return { date: typed }
  const first = YEAR_FIRST.exec(text)
  if (first) return dateOf(first[1], first[2], first[3], first.slice(4), said)
  const last = YEAR_LAST.exec(text)
  if (last) return yearLast(last, said, known)
  const bare = NO_YEAR.exec(text)
  if (bare) {
    if (known.undatedYear === undefined)
      return { fault: 'no-year', text: `“${said}”没有写哪一年：请说明没有年份的算哪年` }
    return dateOf(String(known.undatedYear), bare[1], bare[2], bare.slice(3), said)
  }
  if (SHORT_YEAR.test(text))
    return { fault: 'ambiguous-date', text: `“${said}”的年份只有两位，看不出次序：请在表里写成四位` }
  return unreadable(said)
}

function yearLast(parts: RegExpExecArray, said: string, { dateOrder }: DateKnowledge): CellDate {
  const [, a, b, year] = parts
  const time = parts.slice(4)
  if (Number(a) > 12 || (dateOrder === 'day-month-year' && Number(b) <= 12))
    return dateOf(year, b, a, time, said)
  if (Number(b) > 12 || dateOrder === 'month-day-year' || a === b) return dateOf(year, a, b, time, said)
  return {
    fault: 'ambiguous-date',
    text: `“${said}”可能是${Number(a)}月${Number(b)}日，也可能是${Number(b)}月${Number(a)}日：请在对照表里说明日期次序`,
  }
}

/** A number that is no true date: a year, or digits written together; a serial says that its format is lost. */
function ofNumber(value: number): CellDate {
  const text = String(value)
  if (/^(?:19|20)\d{2}\.(?:[2-9]|1[12])$/.test(text)) {
    const [year, month] = text.split('.') as [string, string]
    return checked(`${year}-${month.padStart(2, '0')}`, text)
  }
  if (/^(?:19|20)\d{2}\.1$/.test(text))
    return { fault: 'ambiguous-date', text: `“${text}”是数，看不出是1月还是10月：请在表里写成文字` }
  const typed = readTypedDate(text)
  if (typed !== null) return { date: typed }
  return {
    fault: 'unreadable-date',
    text: `${text} 是数，不是日期：如果表里本来是日期，请把这一列设成日期格式再导出`,
  }
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [half, hour, minute]: readonly (string | undefined)[],
  said: string,
): CellDate {
  const pad = (part: string | number | undefined) => String(part ?? '').padStart(2, '0')
  const date = `${year}-${pad(month)}-${pad(day)}`
  if (hour === undefined) return checked(date, said)
  const meant = hourOf(Number(hour), half)
  return meant === null ? unreadable(said) : checked(`${date}T${pad(meant)}:${pad(minute)}+08:00`, said)
}

function checked(date: string, said: string): CellDate {
  return preciseDate.safeParse(date).success ? { date } : unreadable(said)
}

function unreadable(said: string): CellDate {
  return {
    fault: 'unreadable-date',
    text: `“${said}”不是日期：写成 2022-11-30 或 2022-11-30 9:20，知道多少写多少`,
  }
}

/** One spelling: plain digits, one blank, no weekday, years of two digits that are called years in full. */
function plain(said: string): string {
  return hanDate(cleanText(said).normalize('NFKC'))
    .replace(/[—–―]+/g, '-')
    .replace(/^(\d{4})、(\d{1,2})、(?=\d)/, '$1-$2-')
    .replace(/^'(?=\d{4})|(?<=\d)[.。]$/g, '')
    .replace(BESIDE, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([-/.年月日:时点分])\s*/g, (_, mark: string) => mark)
    .replace(/日(?=\d)/, '日 ')
    .replace(SHORT_YEAR_NAMED, '20$1年')
    .replace(CLOSE, '$1-$2-$3 $4:$5')
    .trim()
}

/** 二〇二一年三月四日 in digits. */
function hanDate(text: string): string {
  if (!/[〇零○一二三四五六七八九十]+[年月]/.test(text)) return text
  return text.replace(/[〇零○Ο一二三四五六七八九十]+(?=[年月日时点分])/g, (run) => {
    if (!run.includes('十')) return [...run].map((sign) => Math.max(0, HAN_DIGITS.indexOf(sign))).join('')
    const [tens = '', ones = ''] = run.split('十')
    return String(
      (tens === '' ? 1 : HAN_DIGITS.indexOf(tens)) * 10 + Math.max(0, HAN_DIGITS.indexOf(ones || '〇')),
    )
  })
}
