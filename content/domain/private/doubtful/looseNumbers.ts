import { CITY_CODE, LANDLINE } from '../certain/homePhones.ts'
import type { PrivateNumber } from '../privateNumbers.ts'
import { isCounted, saidOf } from '../wordsAround.ts'

const WITH_CODE = new RegExp(CITY_CODE + LANDLINE, 'g')
const SAID_PHONE = new RegExp(
  `(?<=(?:电话|座机|固话|[拨请可]打|致电|联系|tel|Tel)[^0-9，。；;]{0,6})(?<![0-9\\-])${LANDLINE}`,
  'g',
)
/** Numbers that everybody may ring. */
const OFFICE =
  /(?:热线|值班|服务|办公|监督|举报|投诉|咨询|抢修|报修|维修|客服|急救|报警|居委会?|村委会?|社区|派出所|警务室|物业|大队|中心|窗口|营业厅|公司|医院|学校|[局处所站院办委科室]|12345|总机|传真)[^。；;，,]{0,12}$/
/** What says that digits are of a thing. */
const OF_A_THING =
  /(?:编号?|户号|文号|证号|税号|代码|项目|条码|标准|版本|备案|许可|批准|注册|案号|房号|信用|序列?号?|票|单|表|杆|桩|井|柜|图|地块|宗地|网址|IP|http\S*|www\S*|№|No\.?|#|统计|坐标|经度|纬度|发文|字第|[〔[][0-9]{4}[〕\]])[^。；;，,]{0,6}$/i
const LONG =
  /(?<![0-9A-Za-z.\-/_@=])(?:[0-9]{8,25}|[0-9]{3,6}(?:[\s\-·][0-9]{3,6}){2,4})(?![0-9A-Za-z@/_]|[.-][0-9])/g
const DAY =
  /^(?:(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[0-9]{2}){0,3}|(?:19|20)[0-9]{2}[\s\-·.][0-9]{2,4}[\s\-·.][0-9]+)$/

/** Landlines that are said to be of no office, in a text of one spelling. */
export function otherLandlines(text: string): PrivateNumber[] {
  return [...text.matchAll(WITH_CODE), ...text.matchAll(SAID_PHONE)]
    .filter(({ index }) => !OFFICE.test(text.slice(Math.max(0, index - 18), index)))
    .map(({ 0: number, index }) => ({ kind: '固定电话', from: index, to: index + number.length }))
}

/** Long numbers of which the text does not say what they count or name. */
export function unsaidNumbers(text: string): PrivateNumber[] {
  return [...text.matchAll(LONG)]
    .filter(({ 0: number, index }) => {
      const to = index + number.length
      if (DAY.test(number) || isCounted(text, to) || saidOf(text, index, to).thing) return false
      const before = text.slice(Math.max(0, index - 14), index)
      return !OF_A_THING.test(before) && !OFFICE.test(before)
    })
    .map(({ 0: number, index }) => ({ kind: '疑似号码', from: index, to: index + number.length }))
}
