import { TRADITIONAL, type Traditional } from './traditional.ts'

/** Radicals of the CJK Radicals Supplement, which the compatibility form leaves as they are, each before its character. */
const RADICALS =
  '⺈刀⺊卜⺌小⺍小⺎兀⺏尢⺐尢⺑尣⺒巳⺓幺⺕彐⺗心⺛旡⺜曰⺝月⺞歹⺠民⺢水⺤爪⺥爪⺧牛⺩王⺪疋⺫目⺬示⺮竹⺱网⺲网⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺻聿⺼肉⺽臼⻁虎⻃西⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑长⻒长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟'
/** Traditional characters that are simplified ones too, each before the one that it stands for: nobody sees from them that the table is needed. */
const SIMPLIFIED_TOO = '乾干吒咤夥伙後后徵征拚拼捱挨摺折於于菸烟薹苔醣糖麴曲'

const forms = new Map<string, string>()
for (const pairs of [RADICALS, SIMPLIFIED_TOO])
  for (let i = 0; i < pairs.length; i += 2) forms.set(pairs.charAt(i), pairs.charAt(i + 1))
for (const dash of '‐‑‒–—―−') forms.set(dash, '-')
forms.set('ς', 'σ')

/** Single characters that are also written another way: traditional ones, radicals, dashes, the last sigma. */
export const OTHER_FORMS: ReadonlyMap<string, string> = forms

let isKnown = false
if (TRADITIONAL) learnTraditional(TRADITIONAL)

/** Whether the traditional characters are among the other forms. */
export function knowsTraditional(): boolean {
  return isKnown
}

/** Adds the traditional characters to the other forms, for good. */
export function learnTraditional({ gaps, simplified }: Traditional): void {
  let code = 0x4dff
  let place = 0
  for (const [, letter, number] of gaps.matchAll(/([a-z])|(\d+)\./g)) {
    code += 1 + (letter ? letter.charCodeAt(0) - 97 : Number(number))
    forms.set(String.fromCharCode(code), simplified.charAt(place++))
  }
  isKnown = true
}
