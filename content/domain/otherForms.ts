import { SIMPLIFIED, TRADITIONAL_GAPS } from './traditionalTable.ts'

/** Radicals of the CJK Radicals Supplement, which the compatibility form leaves as they are, each before its character. */
const RADICALS =
  '⺈刀⺊卜⺌小⺍小⺎兀⺏尢⺐尢⺑尣⺒巳⺓幺⺕彐⺗心⺛旡⺜曰⺝月⺞歹⺠民⺢水⺤爪⺥爪⺧牛⺩王⺪疋⺫目⺬示⺮竹⺱网⺲网⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺻聿⺼肉⺽臼⻁虎⻃西⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑长⻒长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟'

/** Single characters that are also written another way: traditional ones, radicals, dashes, the last sigma. */
export const OTHER_FORMS: ReadonlyMap<string, string> = makeOtherForms()

function makeOtherForms(): Map<string, string> {
  const forms = new Map<string, string>()
  let code = 0x4dff
  let place = 0
  for (const [, letter, number] of TRADITIONAL_GAPS.matchAll(/([a-z])|(\d+)\./g)) {
    code += 1 + (letter ? letter.charCodeAt(0) - 97 : Number(number))
    forms.set(String.fromCharCode(code), SIMPLIFIED.charAt(place++))
  }
  for (let i = 0; i < RADICALS.length; i += 2) forms.set(RADICALS.charAt(i), RADICALS.charAt(i + 1))
  for (const dash of '‐‑‒–—―−') forms.set(dash, '-')
  return forms.set('ς', 'σ')
}
