/** How an address begins that goes down to the door: its building. */
const BUILDING =
  /^(?:[0-9A-Za-z甲乙丙丁]{1,4}|[一二三四五六七八九十百零〇两]{1,5})\s?#?\s?(?:栋|幢|号楼|座|楼栋|#楼?)/

/** The usual form of each kind, in which it may be public: 王某, 138****, 3栋某户. */
const USUAL = {
  手机号: (text) => headOf(text, 3),
  身份证号: (text) => headOf(text, 3),
  银行卡号: (text) => headOf(text, 4),
  车牌号: (text) => headOf(text, 2),
  邮箱: () => '****',
  微信号: (text) => labelOf(text),
  QQ号: (text) => labelOf(text),
  护照或通行证号: (text) => labelOf(text),
  军人证件号: (text) => labelOf(text),
  家庭电话: () => '****',
  门牌住址: (text) => `${BUILDING.exec(text)?.[0] ?? ''}某户`,
  孩子的班级: () => '某班',
  人名: (text, surname) => `${text.slice(0, surname)}某`,
  病情或家事: () => '（个人情况略）',
  固定电话: (text) => `${/^\(?0[0-9]{2,3}\)?(?=[^0-9])/.exec(text)?.[0] ?? ''}****`,
  疑似号码: (text) => headOf(text, 2),
  小区以下住址: (text) => (text.endsWith('组') ? '某组' : /[栋幢座楼#]/.test(text) ? '某栋' : '某户'),
} satisfies Record<string, (text: string, surname: number) => string>

/** What private words are, in Chinese. */
export type PrivateKind = keyof typeof USUAL

/** Private words in the form in which they may be public. */
export function usualForm(kind: PrivateKind, text: string, surname: number): string {
  return (USUAL[kind] as (text: string, surname: number) => string)(text, surname)
}

function headOf(text: string, signs: number): string {
  return `${[...text].slice(0, signs).join('')}****`
}

/** The words in front that say what it is. */
function labelOf(text: string): string {
  return `${/^[\u4e00-\u9fff]{0,6}/.exec(text)?.[0] ?? ''}****`
}
