import type { PrivateNumber } from '../privateNumbers.ts'
import { BUILDING, COUNT, FLOOR, UNIT } from './buildingWords.ts'

/** What follows digits that count something, or that name a room of an office. */
const NOT_COUNTED =
  '(?![0-9A-Za-z]|[余多]|\\s?(?:[元米人个平㎡件年月吨盏次台部万亿%名家棵株处斤]|会议|活动|办公|教室|诊室|窗口|机房|包厢|商铺|门面|店))'
const DIGITS = `(?:[0-9]{3,4}|[一二三四五六七八九十]?[一二三四五六七八九零〇][零〇一二][一二三四五六七八九])`
const ROOM = `${DIGITS}[A-Za-z]?(?:室|房间?|户|号(?!线|楼|车|院))?`
const GAP = String.raw`[\s,、\-·.的]{0,2}`

const SHAPES: readonly RegExp[] = [
  `${BUILDING}${GAP}(?:${UNIT}${GAP})?(?:${FLOOR}${GAP})?${ROOM}${NOT_COUNTED}`,
  `${UNIT}${GAP}(?:${FLOOR}${GAP})?${ROOM}${NOT_COUNTED}`,
  // 8-2-503, 8-503室: as couriers write it.
  `(?<![0-9A-Za-z\\-〔\\[第号])[0-9]{1,2}#?-[0-9]{1,2}-(?!19[0-9]{2}|20[0-3][0-9])[0-9]{3,4}(?![0-9A-Za-z\\-])(?!\\s?[元米年])`,
  `(?<![0-9A-Za-z\\-])[0-9]{1,2}#?-[0-9]{3,4}(?:室|房|户)(?!外)`,
  // The number of a house in a village.
  `(?<=[\\u4e00-\\u9fff](?:村|组|湾|屋场|庄|家集|[一-龥]家))(?:小区)?${COUNT}号(?=$|[\\s,，。；;：:、()（）]|[的住]|住?户|居民|村民|家|门口|门前|[男女])`,
  // The number of a house in a street, where somebody lives.
  `(?<=(?:家?住(?:址|在|于)?|家在|户籍(?:地址)?|住所)[:\\s]{0,2}[\\u4e00-\\u9fff0-9]{1,16}(?:路|街|大道|巷|弄|里))${COUNT}号(?!楼|线|栋|院|井|杆|泵|桥|闸|门|机|车|地块|店)`,
].map((shape) => new RegExp(shape, 'g'))

/** 3栋120户 counts households; 3栋402户 is one. */
const HOUSEHOLDS = /^[^单楼层]*[栋幢座#]楼?[^0-9]{0,2}[0-9]?[0-9][1-9][0-9]户$/
/** Where nobody lives: rooms there are of offices; a home near one is a home. */
const OFFICE =
  /(?:行政|政务|服务中心|服务站|服务大厅|办公|委员会|管委会|[居村]委会(?![\u4e00-\u9fff]{1,6}[组湾庄])|[局厅]|医院|卫生院|学校|校区|大学|学院|写字楼|产业园|园区|创业|法院|银行|公司|会议|指挥部)(?:(?!附近|旁|对面|后面|小区|花园|家园|公寓|宿舍)[^。；;，,]){0,12}$/

/** The addresses down to the door in a text of one spelling, with a name or without. */
export function doorAddresses(text: string): PrivateNumber[] {
  return SHAPES.flatMap((shape) => [...text.matchAll(shape)])
    .filter(
      ({ 0: address, index }) =>
        !HOUSEHOLDS.test(address) && !OFFICE.test(text.slice(Math.max(0, index - 20), index)),
    )
    .map(({ 0: address, index }) => ({ kind: '门牌住址', from: index, to: index + address.length }))
}
