import type { PrivateNumber } from '../privateNumbers.ts'

/** The code of a city before the number of a landline. */
export const CITY_CODE = String.raw`(?<![0-9A-Za-z\-])\(?0[1-9][0-9]{1,2}\)?[\s\-·.]{0,3}`
/** The seven or eight digits of a landline. */
export const LANDLINE = String.raw`[2-9][0-9]{2,3}[\s\-·.]?[0-9]{4}(?![0-9])`
/** Words that say that a number rings in a home. */
const HOME =
  /(?:家庭|家里|家中|[我他她你]家|(?:[某姓]|女士|先生|大[爷妈姐哥伯]|阿姨|奶奶|爷爷|老人)家|住宅|(?<!内)宅|家用)(?:里|中)?的?(?:固定|固话|联系)?(?:座机|电话?|固话|号码|tel)(?:号码?)?(?:是|为)?[:\s(]{0,3}$/i
const NUMBER = new RegExp(`(?:${CITY_CODE}|(?<![0-9]))${LANDLINE}`, 'g')

/** The numbers in a text of one spelling that are said to ring in somebody's home. */
export function homePhones(text: string): PrivateNumber[] {
  return [...text.matchAll(NUMBER)]
    .filter(({ index }) => HOME.test(text.slice(Math.max(0, index - 16), index)))
    .map(({ 0: number, index }) => ({ kind: '家庭电话', from: index, to: index + number.length }))
}
