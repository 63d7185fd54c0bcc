import fc from 'fast-check'

const every = Array.from({ length: 0xfffe }, (_, code) => String.fromCharCode(code))
/** A sign that is none of the letters and digits also in its plain form. */
const MARKS = every.filter(
  (sign) => /[\p{P}\p{S}\p{Z}]/u.test(sign) && /^[\p{P}\p{S}\p{Z}\p{M}]{1,2}$/u.test(sign.normalize('NFKC')),
)
const UNSEEN = every.filter((sign) => /[\p{Default_Ignorable_Code_Point}\p{Co}\u2800]/u.test(sign))
/** The marks that part the items of a list: between free groups they make a list of them. */
const LISTS = /[、，,;；︐︑︔﹐﹑﹔､\u037e]/

/** What people type when they hide a number: any one to three marks. */
export const marks = fc
  .array(
    fc.oneof(
      fc.constantFrom(...MARKS),
      fc.constantFrom(...'、〜‧●ー⋅"“”!?&#<>｜→【】·'),
      fc.constantFrom(' ', '\n'),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((signs) => signs.join(''))
/** One mark that makes no list. */
export const oneMark = fc.constantFrom(...MARKS.filter((sign) => !LISTS.test(sign)), ' ', '    ', '\n', ' - ')
/** A sign that nobody sees, of any kind that Unicode has. */
export const unseenSign = fc.constantFrom(...UNSEEN, '\u{e0100}', '\u{f0000}', '\u3164', '\u115f', '\ue000')
