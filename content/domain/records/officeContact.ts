import { z } from 'zod'
import { field } from '../field.ts'
import { itemText } from '../text.ts'

/** One way in which an office lets everybody reach it. */
export const officeContact = z.object({
  label: field(itemText, '是什么', '例如 办公室、24小时值班、邮箱。'),
  number: field(
    itemText,
    '号码',
    '部门自己公布的：座机、服务热线、邮箱，或者公布给大家打的办公手机；个人的不写。',
  ),
  hours: field(itemText.optional(), '什么时候', '例如 工作日9:00—17:00；没有公布就不填。'),
})
export type OfficeContact = z.infer<typeof officeContact>

/** A way as one line of text. */
export function contactLine({ label, number, hours }: OfficeContact): string {
  return `${label} ${number}${hours ? `（${hours}）` : ''}`
}

/** A number or an address at which somebody can be reached, between the words before and after it. */
const REACHED =
  /^(?<label>.*?)[\s:：]*(?<number>(?:0\d{2,3}[- ]?)?\d[\d -]{3,}\d|[\w.+-]+@[\w-]+\.[\w.-]+)\s*(?<hours>.*)$/
/** What ends one way where several stand in a text; a stroke does so between numbers. */
const ENDS = /\r?\n|[；;，、]|(?<=\d)\s*[/／]\s*(?=\d)/

/**
 * The ways that a text tells, for contacts that were written as one text: each with the words before its number as its
 * label and those after it as its hours. A part without a number is kept whole.
 */
export function contactsFromText(text: string): OfficeContact[] {
  return text
    .split(ENDS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): OfficeContact => {
      const found = REACHED.exec(part)?.groups
      if (!found?.number) return { label: '联系方式', number: part }
      const hours = (found.hours ?? '').replace(/^[（(]|[）)。]$/g, '').trim()
      const label = (found.label ?? '').trim() || (found.number.includes('@') ? '邮箱' : '电话')
      return { label, number: found.number.trim(), ...(hours ? { hours } : {}) }
    })
}
