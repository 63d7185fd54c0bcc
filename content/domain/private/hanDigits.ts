/** Han signs that write single digits. */
const WRITTEN: Record<string, string> = {
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((sign, n) => [sign, String(n)])),
  ...Object.fromEntries([...'零壹贰叁肆伍陆柒捌玖'].map((sign, n) => [sign, String(n)])),
  ...{ '○': '0', 幺: '1', 貳: '2', 參: '3', 参: '3', 陸: '6' },
}
/** Words by which digits are said aloud so that nobody mishears them; anywhere else they are words. */
const CALLED: Record<string, string> = { 洞: '0', 两: '2', 拐: '7', 勾: '9' }

/** The signs that write digits, as one text. */
export const HAN = Object.keys(WRITTEN).join('')
/** The words that say digits, as one text. */
export const CALLED_HAN = Object.keys(CALLED).join('')

const ANY_HAN = new RegExp(`[${HAN}]`, 'g')
const ANY_CALLED = new RegExp(`[${CALLED_HAN}]`, 'g')
/** Digits enough for a number, with said ones among them. */
const CALLED_RUN = new RegExp(`[0-9${HAN}${CALLED_HAN}]{8,}`, 'g')

/** Text with every Han digit as a plain one, sign for sign. */
export function hanPlain(text: string): string {
  return text.replace(ANY_HAN, (sign) => WRITTEN[sign] as string)
}

/** The same text with the words that say digits as plain ones where they stand among digits, sign for sign. */
export function calledPlain(text: string): string {
  return text.replace(CALLED_RUN, (run) => run.replace(ANY_CALLED, (sign) => CALLED[sign] as string))
}
