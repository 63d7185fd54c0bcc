const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const WEEKDAY = /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]{0,2} ?(?=[A-Z\d])/i
const ZONE = / (?:GMT|UTC)?\+0?8:?00$/
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
/** Between the parts, and behind the whole: nothing, or a time of day. */
const GAP = '[-/., ]{0,2}'
const REST = '(?=$|[T ,])'
const DAY_FIRST = new RegExp(String.raw`^${DAY}${GAP}${MONTH}${GAP}'?(\d{4}|\d{2})${REST}`, 'i')
const MONTH_FIRST = new RegExp(
  String.raw`^${MONTH}${GAP}${DAY}[-/., ]{1,2}'?(\d{4}|\d{2})(?!:|\d)${REST}`,
  'i',
)
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})${GAP}${MONTH}${GAP}${DAY}${REST}`, 'i')
const OF_MONTH = new RegExp(String.raw`^${MONTH}${GAP}(\d{4})$`, 'i')
const NO_YEAR = new RegExp(String.raw`^${DAY}${GAP}${MONTH}$`, 'i')
const EITHER = new RegExp(String.raw`^${MONTH}${GAP}'?(\d{2})$`, 'i')
/** A year of two digits from here on is of the last century. */
const LAST_CENTURY = 50

/** A month in English with a number that may be its day or its year: spreadsheets show both so. */
export function isDayOrYear(text: string): boolean {
  return EITHER.test(text)
}

/** A date with its month in English, as spreadsheets and programs write it, in digits; any other text as it is. */
export function englishDate(text: string): string {
  const said = text.replace(WEEKDAY, '').replace(ZONE, '')
  const after = (found: RegExpExecArray) => said.slice(found[0].length).replace(/^,? ?/, ' ').trimEnd()
  const dayFirst = DAY_FIRST.exec(said)
  if (dayFirst) return `${inDigits(dayFirst[3], dayFirst[2], dayFirst[1])}${after(dayFirst)}`
  const monthFirst = MONTH_FIRST.exec(said)
  if (monthFirst) return `${inDigits(monthFirst[3], monthFirst[1], monthFirst[2])}${after(monthFirst)}`
  const yearFirst = YEAR_FIRST.exec(said)
  if (yearFirst) return `${inDigits(yearFirst[1], yearFirst[2], yearFirst[3])}${after(yearFirst)}`
  const ofMonth = OF_MONTH.exec(said)
  if (ofMonth) return `${ofMonth[2]}-${monthOf(ofMonth[1])}`
  const bare = NO_YEAR.exec(said)
  return bare ? `${monthOf(bare[2])}-${bare[1]}` : text
}

function inDigits(year: string | undefined, month: string | undefined, day: string | undefined): string {
  const short = Number(year)
  const whole = year?.length === 2 ? short + (short < LAST_CENTURY ? 2000 : 1900) : short
  return `${whole}-${monthOf(month)}-${day}`
}

function monthOf(name: string | undefined): number {
  const start = name?.slice(0, 3).toLowerCase()
  return MONTHS.findIndex((each) => each.toLowerCase() === start) + 1
}
