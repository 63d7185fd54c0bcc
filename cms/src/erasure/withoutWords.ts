import { cleanText } from '#domain/cleanText'

/** What stands where words were erased. */
const ERASED = '〔已清除〕'

/** What the database and the library keep of every record: no words of people, and nothing works without it. */
const MACHINE: readonly string[] = [
  'id',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'at',
  'day',
  'publishedOn',
  'changedOn',
  'filename',
  'url',
  'thumbnailURL',
  'changesHash',
  'noteHash',
  'fileHash',
]

/** Why a text cannot be erased wherever it stands: it is too short, or a word of the machine. Null where it can. */
export function unfitWords(words: string): string | null {
  if (/\p{Script=Han}/u.test(words) && [...words].length >= 2) return null
  if (words.length >= 7 && !/^[a-z-]+$/.test(words)) return null
  return '要清除的文字太短，会误伤别的内容：汉字至少两个；数字和字母至少七个，不能只是小写字母'
}

/**
 * Whether words stand in a value, however deep: in its texts, not in the names of its fields. What was never kept as a
 * text of ours, such as a cell of a workbook, is looked at as it would be kept too.
 * @param words as texts are kept: see `cleanText`
 */
export function holdsWords(value: unknown, words: string): boolean {
  if (typeof value === 'string') return value.includes(words) || cleanText(value).includes(words)
  if (Array.isArray(value)) return value.some((each) => holdsWords(each, words))
  return (
    isPlain(value) &&
    Object.entries(value).some(([name, each]) => !MACHINE.includes(name) && holdsWords(each, words))
  )
}

/** The same value without the words, wherever they stood; what held none of them is the same object. */
export function withoutWords<V>(value: V, words: string): V {
  if (!holdsWords(value, words)) return value
  if (typeof value === 'string')
    return (value.includes(words) ? value : cleanText(value)).replaceAll(words, ERASED) as V
  if (Array.isArray(value)) return value.map((each) => withoutWords(each, words)) as V
  return Object.fromEntries(
    Object.entries(value as object).map(([name, each]) => [
      name,
      MACHINE.includes(name) ? each : withoutWords(each, words),
    ]),
  ) as V
}

/** Texts, lists and objects of data; instants, ids and bytes of a database are none. */
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value))
