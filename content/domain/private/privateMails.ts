import { MARK } from './oneSpelling.ts'
import { anyOf, NAMES, type Shape } from './privateShape.ts'

/** Words and signs that people write for the sign of an address, with brackets or without. */
const SAID_AT = '艾特|爱特|埃特|哎特|小老鼠|圈[aA]|花[aA]'
const AT = String.raw`\s{0,2}(?:@|${SAID_AT}|&(?:#0*64|#[xX]40|commat);?|%40|[([{【<]\s?(?:@|at|AT|At|a|A|圈|${SAID_AT})\s?[)\]}】>])\s{0,2}`
const DOT = String.raw`\s{0,2}(?:[.。]|点|[([{【<]\s?(?:dot|DOT|Dot|点|[.。])\s?[)\]}】>])\s{0,2}`
/** A dot that is mistyped or left out ends an address only before an ending that everybody knows. */
const MISTYPED = String.raw`(?:[,，、·・]|\s)(?:com|cn|net|org|edu|gov)`
const LOCAL = String.raw`(?:(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}|[\u4e00-\u9fff]{1,4}(?=\s?@))`
const ENDING = '(?:[A-Za-z]{2,15}|中国|公司|网络|网址|在线|中文网)'
const LABEL = '[A-Za-z0-9-]{1,63}'
const WIDE_LABEL = '[A-Za-z0-9\\u4e00-\\u9fff-]{1,20}'

/** Where people have their mail. Before one of these, other signs than that of an address are read as it. */
const HOST =
  '(?:(?:vip[.点])?(?:qq|163|126|139|189|188|263|21cn|yeah|sina|sohu|tom|wo|aliyun|gmail|googlemail|outlook|hotmail|live|msn|foxmail|icloud|yahoo|protonmail|me))'
const OTHER_DOT = String.raw`[\s_-]{0,2}(?:[.。·,，]|点|dot|DOT|Dot|[([{]\s?(?:dot|DOT|[.。点])\s?[)\]}])[\s_-]{0,2}`
const AT_HOST = `${HOST}(?:${OTHER_DOT})(?:com|cn|net|me|hk)(?![A-Za-z])`
const OTHER_AT = String.raw`\s{0,2}(?:[#*$&%~!^=|/\\]|·{1,2})\s{0,2}`
/** More than the number of a building or a room. */
const OTHER_LOCAL = String.raw`(?<![A-Za-z0-9._%+-])(?:(?=[0-9._-]{0,20}[A-Za-z])[A-Za-z0-9][A-Za-z0-9._+-]{2,40}|[1-9][0-9]{4,11})`

const NAME = String.raw`(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._+-]{2,40}`
const KNOWN_HOST = String.raw`@?${HOST}(?:${OTHER_DOT}(?:com|cn|net))?`
/** E-mail addresses whose name and place are told apart from each other. */
export const SPLIT_MAILS: Shape = {
  kind: '邮箱',
  needs: /后缀|域名|邮|@/,
  shape: anyOf([
    `${NAME}(?:${MARK}|[\u4e00-\u9fff]){0,6}(?:后缀|域名)(?:都?[是为])?${MARK}{0,3}${KNOWN_HOST}(?![A-Za-z0-9])`,
    `${NAME}\\s?@\\s?${HOST}(?![A-Za-z0-9.])`,
    `邮箱${NAMES}${NAME}${MARK}{1,3}@\\s?${HOST}(?![A-Za-z0-9])`,
    `(?:[Qq]{2}|腾讯)(?:的|电子)?邮箱?${NAMES}[1-9][0-9]{4,10}(?![0-9])`,
    `邮箱${NAMES}${NAME}${MARK}{0,3}(?:在|用的?|是)?${KNOWN_HOST}(?:的|邮)`,
    `(?:${HOST}|网易|新浪|搜狐|谷歌)(?:的|电子)?邮箱?(?:${NAMES}|用户名)(?=[A-Za-z0-9._-]*[A-Za-z])${NAME}`,
  ]),
}

/** E-mail addresses in whatever way they are written out. */
export const MAILS: Shape = {
  kind: '邮箱',
  shape: anyOf([
    `${LOCAL}${AT}(?:${LABEL}${DOT}){1,4}${ENDING}`,
    `${LOCAL}\\s?@\\s?(?:${WIDE_LABEL}\\.){1,4}${ENDING}`,
    `${LOCAL}${AT}(?:${LABEL}${DOT}){0,3}${LABEL}${MISTYPED}(?![A-Za-z])`,
    `${LOCAL}\\s(?:at|AT)\\s(?:${LABEL}\\s(?:dot|DOT)\\s){1,4}[A-Za-z]{2,15}`,
    `${OTHER_LOCAL}${OTHER_AT}${AT_HOST}`,
    `(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9.]{2,40}[\\s_-]{1,2}(?:at|AT|At)[\\s_-]{1,2}${AT_HOST}`,
  ]),
}
