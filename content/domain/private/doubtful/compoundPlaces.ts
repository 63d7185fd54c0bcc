import { BUILDING, COUNT, UNIT } from '../certain/buildingWords.ts'
import type { PrivateNumber } from '../privateNumbers.ts'

const GAP = String.raw`[\s,、\-·]{0,2}`
const PERSON =
  '(?:[\\u4e00-\\u9fff]{1,2}某|[\\u4e00-\\u9fff](?:大爷|大妈|阿姨|女士|先生|奶奶|爷爷|大姐|大哥|叔|婶))'
const OF_ONE = `(?=(?:的|居民|村民|业主|住户|租户|老人|有[一]?[名位]|一[名位户]|某户)*(?:${PERSON}|[一某][名位户]|家(?![园庄电具])))`
const SHAPES: readonly RegExp[] = [
  `${BUILDING}${GAP}${UNIT}`,
  `${BUILDING}${GAP}${COUNT}楼(?!商|门面|[的为是]?(?:物业|社区|办公|架空|大厅|会议|活动))`,
  `(?<=(?:家?住|家在|住在|住址|租住|暂住)[:\\s]{0,2}(?:[\\u4e00-\\u9fff0-9]{0,12}(?<![这那哪])))(?!一[栋幢座])${BUILDING}`,
  `${BUILDING}${OF_ONE}`,
  `${UNIT}${OF_ONE}`,
  `(?<=[村湾庄里垅坊])(?:第)?${COUNT}(?:村民小)?组${OF_ONE}`,
  `(?<=(?:家?住|家在|住在|住址)[:\\s]{0,2}[\\u4e00-\\u9fff]{1,10}[村湾庄])(?:第)?${COUNT}(?:村民小)?组`,
  `(?<![0-9])[0-9]{3,4}(?:室|房)(?=[的把在]?(?:业主|住户|居民|租户|房东|老人|人家|家|漏|渗|装修|噪|养))`,
].map((shape) => new RegExp(shape, 'g'))
/** An office, a shop or a school, where nobody lives. */
const OFFICE =
  /(?:行政|政务|服务中心|服务站|办公|委员会|[局厅]|医院|学校|校区|大学|学院|写字楼|产业园|园区)[^。；;，,]{0,12}$/

/** Places below the compound in a text of one spelling: an entrance or a floor, or a building where one person is said to live. */
export function compoundPlaces(text: string): PrivateNumber[] {
  return SHAPES.flatMap((shape) => [...text.matchAll(shape)])
    .filter(({ index }) => !OFFICE.test(text.slice(Math.max(0, index - 20), index)))
    .map(({ 0: place, index }) => ({ kind: '小区以下住址', from: index, to: index + place.length }))
}
