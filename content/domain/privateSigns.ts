import { MARK } from './oneSpelling.ts'
import type { PrivateNumber } from './privateNumbers.ts'

/** A kind of private sign with letters in it, and the shape that gives it away in a text of one spelling. */
type Shape = {
  kind: string
  shape: RegExp
  /** What stands before it when it is no private sign. */
  unless?: RegExp
  /** How many digits it has at least. */
  digits?: number
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
/** Any marks and blanks: whatever is neither a letter nor a digit. */
const MARKS = `${MARK}{0,4}`
/** The same without what ends a sentence or parts the items of a list. */
const LINK = `(?:(?![、，,;；。！？!?])${MARK})`
const LINKS = `${LINK}{0,3}`
const SIGN = String.raw`[A-HJ-NP-Za-hj-np-z0-9]`
/** What may stand between a label and what it names. */
const NAMES = `${LINKS}(?:号码?|账号|帐号|名称?|昵称|ID|id|联系(?:方式)?|搜索?|添?加)?${LINKS}(?:都)?(?:为|是|叫|搜|加)?${LINKS}`
const PAPERS = String.raw`(?:军官|士官|士兵|义务兵|军人|文职|警官|武警|退伍|转业|军人身份|军人保障)(?:干部)?(?:证件?|卡)`
/** Words after which a letter and digits name a thing. */
const THING =
  /(?:表|单|订单|设备|型|合同|批次|序列|案|档案|资产|工[单]|流水|产品|货|图|版本|编|杆|井|路|高速|国道|项目|箱|票据?|柜|桩|文|标段)(?:编)?号?(?:码)?(?:为|是)?[:：#\s]{0,3}$/

const AT = String.raw`\s{0,2}(?:@|艾特|圈a|[([{【<]\s?(?:@|at|AT|At|a|A|艾特|圈a)\s?[)\]}】>])\s{0,2}`
const DOT = String.raw`\s{0,2}(?:[.。]|点|[([{【<]\s?(?:dot|DOT|Dot|点|[.。])\s?[)\]}】>])\s{0,2}`
/** A dot that is mistyped ends an address only before an ending that everybody knows. */
const MISTYPED = String.raw`[,，、·・](?:com|cn|net|org|edu|gov)`
const LOCAL = String.raw`(?:(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}|[\u4e00-\u9fff]{1,4}(?=\s?@))`
const ENDING = '(?:[A-Za-z]{2,15}|中国|公司|网络|网址|在线|中文网)'
const LABEL = '[A-Za-z0-9-]{1,63}'
const WIDE_LABEL = '[A-Za-z0-9\\u4e00-\\u9fff-]{1,20}'
const CHAT_ID = '[A-Za-z][A-Za-z0-9_-]{5,19}'
const CHAT =
  '(?:微\\s?信|[薇徽]信|薇|威信|V信|v信|wei信|[Ww]e[Cc]hat|[Ww]ei[Xx]in|[加+➕]我?[Vv微])(?!公众|小程序|群|支付|扫码|视频|服务)'

const SHAPES: readonly Shape[] = [
  {
    kind: '邮箱',
    shape: new RegExp(
      [
        `${LOCAL}${AT}(?:${LABEL}${DOT}){1,4}${ENDING}`,
        `${LOCAL}\\s?@\\s?(?:${WIDE_LABEL}\\.){1,4}${ENDING}`,
        `${LOCAL}${AT}(?:${LABEL}${DOT}){0,3}${LABEL}${MISTYPED}(?![A-Za-z])`,
        `${LOCAL}\\s(?:at|AT)\\s(?:${LABEL}\\s(?:dot|DOT)\\s){1,4}[A-Za-z]{2,15}`,
      ].join('|'),
      'g',
    ),
  },
  {
    kind: '车牌号',
    shape: new RegExp(
      [
        `(?:(?<![更最全创翻刷重高])新|[${PROVINCES.replace('新', '')}])${LINK}{0,2}[A-HJ-NP-Za-hj-np-z]${MARKS}(?:${SIGN}\\s?){4}(?:${SIGN}\\s?)?(?:${SIGN}|[学警港澳挂使领])`,
        `(?<![A-Za-z])[Ww][Jj]${MARKS}[${PROVINCES}]${MARKS}(?:${SIGN}\\s?){4}${SIGN}`,
        `军[\\s·.\\-]{0,2}[A-HJ-NP-Z]${MARKS}(?:[0-9]\\s?){5}`,
      ]
        .map((each) => `(?:${each}(?![A-Za-z0-9]|[型款版座栋]|号楼|系列))`)
        .join('|'),
      'g',
    ),
    digits: 3,
  },
  {
    kind: '微信号',
    shape: new RegExp(
      [
        'wxid_[A-Za-z0-9]{6,}',
        `${CHAT}${NAMES}(?=[A-Za-z0-9_-]*[0-9_])${CHAT_ID}`,
        `${CHAT}(?:(?:号码?|账号|帐号|ID|id)\\s*(?:为|是|叫)?\\s*:?|\\s*(?:为|是|叫)?\\s*:)\\s*${CHAT_ID}`,
        `${CHAT}\\s?(?!android|iphone|windows|official|wechat|version)[a-z]{6,20}(?![a-z])`,
        `${CHAT}(?:号码?|账号|帐号)?\\s*(?:为|是|叫)?\\s*:?\\s*[1-9][0-9]{6,10}(?![0-9])`,
        `(?<![A-Za-z])(?:[Vv]\\s?[Xx]|[Ww][Xx])(?:号|是|为|${LINK}){1,3}${CHAT_ID}`,
        `(?<![A-Za-z0-9])[Vv]\\s?[:=]\\s?(?=[A-Za-z0-9_-]*[0-9])${CHAT_ID}`,
      ]
        .map((each) => `(?:${each})`)
        .join('|'),
      'g',
    ),
    unless: /(?:公众号|服务号|订阅号|视频号)[^，。；]{0,8}$/,
  },
  {
    kind: 'QQ号',
    shape: new RegExp(
      `(?<![A-Za-z])(?:(?:[Qq]${MARKS}[Qq]|扣扣|抠抠|球球|企鹅|[加+➕]我?[Qq]|[Qq]号)(?:群)?${NAMES}[1-9](?:[\\s\\-.]?[0-9]){4,10}|[Qq]\\s?[:=]\\s?[1-9][0-9]{6,10})(?![0-9年版])`,
      'g',
    ),
  },
  {
    kind: '护照或通行证号',
    shape:
      /(?:护照|通行证|台胞证|回乡证|[Pp]assport)(?:证件)?(?:编?号码?|[Nn]o\.?)?(?:为|是)?[\s:：#(]{0,4}[A-Za-z]{0,2}(?:[\s\-.]?[0-9]){7,10}(?![A-Za-z0-9])/g,
  },
  {
    kind: '护照或通行证号',
    shape: /(?<![A-Za-z0-9_/.-])(?:E[A-HJ-NP-Z][0-9]{7}|[EG][0-9]{8})(?![A-Za-z0-9_-])/g,
    unless: THING,
  },
  {
    kind: '军人证件号',
    shape: new RegExp(
      String.raw`${PAPERS}(?:编?号码?)?(?:为|是)?[\s:：#(]{0,4}(?:[\u4e00-\u9fff]{1,4}字)?第?\s?[0-9](?:[\s\-.]?[0-9]){5,9}`,
      'g',
    ),
  },
  { kind: '军人证件号', shape: /[军士兵武职]字第?\s?[0-9](?:[\s\-.]?[0-9]){5,9}\s?号?/g },
  {
    kind: '军人证件号',
    shape:
      /(?<=(?:证件?|证号|持)(?:号码?)?\s?(?:为|是|:)?\s?)[南北沈兰成济广海空参政后装火联]字第\s?[0-9](?:[\s\-.]?[0-9]){6,8}\s?号?/g,
  },
]

/** An address that an authority gives out. */
const OFFICIAL = /\.gov\.cn$/i

/** The private signs with letters in a text of one spelling. */
export function privateSigns(text: string): PrivateNumber[] {
  return SHAPES.flatMap(({ kind, shape, unless, digits = 0 }) =>
    [...text.matchAll(shape)]
      .filter(({ 0: sign, index }) => {
        if (kind === '邮箱' && OFFICIAL.test(sign)) return false
        if (unless?.test(text.slice(Math.max(0, index - 12), index))) return false
        return (sign.match(/[0-9]/g)?.length ?? 0) >= digits
      })
      .map((found) => ({ kind, from: found.index, to: found.index + found[0].length })),
  )
}
