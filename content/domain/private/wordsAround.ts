import { MARK } from './oneSpelling.ts'

/** What may stand between such a word and the number. */
const LINK = String.raw`(?:为|是)?[:：#\s]{0,3}`
const THINGS =
  '表|户|单|订单|工[单]|运单|快递|物流|流水|合同|设备|条形?|发票|票据?|序列?|资产|杆|箱|柜|井盖?|桩|终端|模块|案|货|批次?|卡口|车架|发动机|项目|产品|型|版本|图|档案|文'
/** A number of a thing: a meter, an order. It may look like anything, and letters and a year may begin it. */
const OF_A_THING = new RegExp(
  `(?:(?<!手机|电话|证件|证)编号|(?:${THINGS})(?:编)?(?:号码?|码)|工[单]|订单|运单|[Ss]/?[Nn](?=[:：# ]))${LINK}(?:[A-Za-z]{1,4}[\\s-]?)?(?:[12][0-9]{3}[\\s-]?)?$`,
)
const OF_MONEY = new RegExp(`(?:金额|总价|造价|价款|资金|投资|预算|产值|面积)${LINK}[¥￥$]?\\s?$`)
/** A number of a telephone, said right before it. */
const OF_A_PHONE = new RegExp(
  `(?:手机|电话|电联|联系|联络|联系人|致电|拨打|来电|tel|phone|mobile|cell|call)(?:号码?|方式)?(?:为|是)?${MARK}{0,4}$`,
  'i',
)
const NEAR_A_PHONE =
  /(?:手机|电话|电联|联系|联络|致电|拨打|来电|号码|tel|phone|mobile|cell|call)[^0-9，。；,;\n]{0,8}$/i
/** What is counted or measured; words that only begin like a unit are none. */
const UNITS =
  /^(?:\.[0-9]{1,4})?\s{0,2}(?:[万亿]|元(?!旦)|美元|角|分(?!机|钟)|吨|亩|公斤|千克|千瓦|公里|平方|立方|亩|m[23²³]|kW|件|次(?!日)|个(?!人|体)|米|度(?!假)|户(?!主|口)|条|人次|份|台|辆|项|字节)/

/** Words that say that a number is of an identity paper, or of a bank card: then a slip in it makes it no less private. */
const PAPER = new RegExp(`(?:身份证|居民证|证件)(?:件)?(?:编?号码?)?(?:为|是)?${MARK}{0,4}$`)
const BANK = new RegExp(
  `(?:银行卡|储蓄卡|信用卡|工资卡|社保卡|[工建农中招交]行卡|卡号)(?:号码?)?(?:为|是)?${MARK}{0,4}$`,
)

/** What is said of the number between two places of a text of one spelling. */
export type Said = { paper: boolean; bank: boolean; thing: boolean; phone: boolean; nearPhone: boolean }

/** How many characters before a number are looked at: the longest word with its link. */
const LOOKED_AT = 20

/** What the words right before a number, and a unit right after it, say. */
export function saidOf(text: string, from: number, to: number): Said {
  const before = text.slice(Math.max(0, from - LOOKED_AT), from)
  const phone = OF_A_PHONE.test(before)
  return {
    paper: PAPER.test(before),
    bank: BANK.test(before),
    phone,
    nearPhone: phone || NEAR_A_PHONE.test(before),
    thing: OF_A_THING.test(before) || (!phone && (OF_MONEY.test(before) || isCounted(text, to))),
  }
}

/** Whether a unit stands right after a place. */
export function isCounted(text: string, to: number): boolean {
  return UNITS.test(text.slice(to, to + 12))
}
