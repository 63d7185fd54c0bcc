const DIGITS = '〇一二三四五六七八九'
/** Numbers in words where a date or a time of day has one. */
const NUMERALS = /[〇零○一二两三四五六七八九十]+(?=[年月日号点时分刻])/g
/** 一月 and 一日 count; 一下 and 上周一 are words. */
const digitOf = (sign: string) => ('零○'.includes(sign) ? 0 : sign === '两' ? 2 : DIGITS.indexOf(sign))

/** Writes the numbers of a date in digits: 二〇二二年十一月二十日九点半 is 2022年11月20日9点半. */
export function inDigits(text: string): string {
  return text.replace(NUMERALS, (numeral, at: number) =>
    /(?:周|星期|礼拜)$/.test(text.slice(0, at)) ? numeral : numberOf(numeral),
  )
}

/** 二〇二二 is read sign by sign, 二十一 as a number below a hundred. */
function numberOf(numeral: string): string {
  const m = /^(.?)十(.?)$/.exec(numeral)
  if (!m) return [...numeral].map(digitOf).join('')
  const [, tens, ones] = m
  return String((tens ? digitOf(tens) : 1) * 10 + (ones ? digitOf(ones) : 0))
}
