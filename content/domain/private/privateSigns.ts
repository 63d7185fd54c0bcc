import { MARK } from './oneSpelling.ts'
import { QQS, WECHATS } from './privateChats.ts'
import { MAILS, SPLIT_MAILS } from './privateMails.ts'
import type { PrivateNumber } from './privateNumbers.ts'
import { LINK, type Shape } from './privateShape.ts'
import { isCounted } from './wordsAround.ts'

const PROVINCE_NAMES =
  '江西|浙江|江苏|安徽|福建|广东|湖南|湖北|河南|河北|山东|山西|陕西|四川|贵州|云南|广西|海南|辽宁|吉林|上海|北京|天津|重庆'
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
/** Any marks and blanks: whatever is neither a letter nor a digit. */
const MARKS = `${MARK}{0,4}`
const SIGN = String.raw`[A-HJ-NP-Za-hj-np-z0-9]`
const PAPERS = String.raw`(?:军官|士官|士兵|义务兵|军人|文职|警官|武警|退伍|转业|军人身份|军人保障)(?:干部)?(?:证件?|卡)`
/** Words after which a letter and digits name a thing. */
const THING =
  /(?:表|单|订单|设备|型|合同|批次|序列|案|档案|资产|工[单]|流水|产品|货|图|版本|编|杆|井|路|高速|国道|项目|箱|票据?|柜|桩|文|标段)(?:编)?号?(?:码)?(?:为|是)?[:：#\s]{0,3}$/

const SHAPES: readonly Shape[] = [
  MAILS,
  SPLIT_MAILS,
  {
    kind: '车牌号',
    shape: new RegExp(
      [
        `(?<![梯容锅瓶管起厂索游][0-9]{2})(?:(?<![更最全创翻刷重高])新|[${PROVINCES.replace('新', '')}])牌?${LINK}{0,2}[A-HJ-NP-Za-hj-np-z]${MARKS}(?:${SIGN}\\s?){4}(?:${SIGN}\\s?)?(?:${SIGN}|[学警港澳挂使领])`,
        `(?:${PROVINCE_NAMES})(?:牌|牌照|车)?${LINK}{0,2}[A-HJ-NP-Z]${LINK}{0,2}[A-HJ-NP-Z0-9]{5,6}`,
        `(?<![A-Za-z])[Ww][Jj]${MARKS}[${PROVINCES}]${MARKS}(?:${SIGN}\\s?){4}${SIGN}`,
        `军[\\s·.\\-]{0,2}[A-HJ-NP-Z]${MARKS}(?:[0-9]\\s?){5}`,
      ]
        .map((each) => `(?:${each}(?![A-Za-z0-9]|[型款版座栋]|号楼|系列))`)
        .join('|'),
      'g',
    ),
    digits: 3,
    uncounted: true,
  },
  WECHATS,
  QQS,
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
  return SHAPES.flatMap(({ kind, needs, shape, unless, digits = 0, uncounted }) =>
    (needs && !needs.test(text) ? [] : [...text.matchAll(shape)])
      .filter(({ 0: sign, index }) => {
        if (kind === '邮箱' && OFFICIAL.test(sign)) return false
        if (uncounted && isCounted(text, index + sign.length)) return false
        if (unless?.test(text.slice(Math.max(0, index - 12), index))) return false
        return (sign.match(/[0-9]/g)?.length ?? 0) >= digits
      })
      .map((found) => ({ kind, from: found.index, to: found.index + found[0].length })),
  )
}
