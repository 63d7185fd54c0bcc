import { isHan, normalise } from '../../normalise.ts'
import type { BookName, DutyAnswer, DutyBook } from '../dutyBook.ts'
import { DEPARTMENT_WORDS, MATTERS } from '../words/departmentWords.ts'
import { keyOfHan, keyOfSyllables, syllablesOf } from '../words/pinyin.ts'

const MOST = 5
/** What is asked about a department or place besides its name. */
const ABOUT =
  /(?:的)?(?:电话|号码|电话号码|联系电话|联系方式|热线|地址|在哪里?|在哪儿|怎么走|怎么联系|上班时间|几点上班|负责人|官网|网站)(?:是多少|是什么|多少)?[?？]?$/
const BRACKETS = /[(（[【].*?[)）\]】]/g
export const DEPARTMENT_END =
  /(?:管理委员会|委员会|联合会|管委会|分局|支队|大队|中队|总队|集团|公司|部门|单位|中心|办公室|局|委|办|队|所|站|处|科|部|厅|会)$/
export const AREA_END =
  /(?:社区居委会|居民委员会|村民委员会|居委会|村委会|街道办事处|街道办|管理处|办事处|街道|社区|小区|村|镇|乡|区|苑)$/
/** What stands before a department's name: where it is. */
export const REGION =
  /^(?:\p{Script=Han}{0,4}(?:高新区|开发区|经开区|新区)|\p{Script=Han}{2,3}[省市县区](?=..)|[省市县区镇本我]区?(?=..))/u

type Form = { text: string; rank: number }

/**
 * Departments and places whose name was asked for and nothing else: as it stands, then without region and ending,
 * then by what such departments are usually called, then by sound.
 */
export function namesAsked(book: DutyBook, question: string): DutyAnswer['names'] {
  const found = rankedNames(book, question)
  const best = found[0]?.rank ?? 0
  return found
    .filter(({ rank }) => rank < best + 1)
    .slice(0, MOST)
    .map(({ one: { name, path, kind } }) => ({ name, path, kind }))
}

/** Whether a question is the name of a department or place, with or without region and ending, and nothing else. */
export function isName(book: DutyBook, question: string): boolean {
  return (rankedNames(book, question)[0]?.rank ?? NO_RANK) <= SHORTENED
}

function rankedNames(book: DutyBook, question: string): { one: BookName; rank: number }[] {
  const asked = normalise(question).replace(/[\s,.!?;:，。！？；：、]+$/, '')
  const about = asked.replace(ABOUT, '')
  const wanted = about === '' ? asked : about
  if (wanted === '') return []
  const way = wayOf(wanted)
  return knownNames(book)
    .map((known, place) => ({ one: known.one, place, rank: rankOf(known, way) }))
    .filter(({ rank }) => rank < NO_RANK)
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
}

/** Ranks of a name without region or ending, and of none. */
const SHORTENED = 2
const NO_RANK = 9

/** A name of the book in all its forms, and what its department is usually called, by the numbers of the lines. */
type Known = { one: BookName; names: Form[]; sounds: string[]; lines: ReadonlySet<number> }
/** What was asked in the forms of a department and of a place, and how it sounds. */
type Way = { department: Form[]; area: Form[]; sounds: string[] }

const KNOWN = new WeakMap<DutyBook, Known[]>()

function knownNames(book: DutyBook): Known[] {
  const known = KNOWN.get(book) ?? book.names.map(know)
  KNOWN.set(book, known)
  return known
}

function know(one: BookName): Known {
  const isDepartment = one.kind === 'department'
  const names = [one.name, ...one.names].flatMap((name) => formsOf(normalise(name), isDepartment))
  const lines = isDepartment ? names.flatMap((name) => DEPARTMENT_WORDS.get(name.text) ?? []) : []
  return { one, names, sounds: names.map((name) => keyOfHan(name.text)), lines: new Set(lines) }
}

function wayOf(wanted: string): Way {
  return { department: formsOf(wanted, true), area: formsOf(wanted, false), sounds: soundsOf(wanted) }
}

/** How directly a name was asked for: 0 as it stands, more for each step away. */
function rankOf({ one, names, sounds, lines }: Known, way: Way): number {
  const forms = one.kind === 'department' ? way.department : way.area
  let rank = NO_RANK
  for (const form of forms)
    for (const name of names)
      if (form.text === name.text) rank = Math.min(rank, Math.max(form.rank, name.rank))
  if (rank < NO_RANK) return rank
  const isIn = (numbers: readonly number[] | undefined) => numbers?.some((line) => lines.has(line)) ?? false
  if (forms.some((form) => saysDepartment(form) && isIn(DEPARTMENT_WORDS.get(form.text)))) return 3
  return way.sounds.some((key) => sounds.includes(key) || isIn(LINES_BY_SOUND.get(key))) ? 4 : NO_RANK
}

/** Whether a form is said of a department: a word for a matter alone, such as 卫生, is not. */
function saysDepartment({ text, rank }: Form): boolean {
  return rank === 2 || !MATTERS.has(text)
}

/** A name as it stands, without brackets, region and ending. */
function formsOf(name: string, isDepartment: boolean): Form[] {
  const forms: Form[] = [{ text: name, rank: 0 }]
  const add = (text: string, rank: number) => {
    if (text.length > 1 && forms.every((form) => form.text !== text)) forms.push({ text, rank })
  }
  add(name.replace(BRACKETS, ''), 0)
  if (isDepartment) for (const form of [...forms]) add(form.text.replace(REGION, ''), 1)
  for (const form of [...forms]) add(form.text.replace(isDepartment ? DEPARTMENT_END : AREA_END, ''), 2)
  return forms
}

/** Sounds of what was asked, with and without the ending of a department; none where it is too short to tell. */
function soundsOf(wanted: string): string[] {
  const syllables = /^[a-z' ]+$/.test(wanted) ? syllablesOf(wanted.replace(/ /g, "'")) : null
  if (syllables) {
    const short = SOUND_ENDS.has(syllables[syllables.length - 1] as string) ? [syllables.slice(0, -1)] : []
    return [syllables, ...short].filter((own) => own.length > 1).map(keyOfSyllables)
  }
  if (wanted.length < 3 || !isHan(wanted, 0)) return []
  return formsOf(wanted, true)
    .filter((form) => form.text.length > 1)
    .map((form) => keyOfHan(form.text))
}

const SOUND_ENDS = new Set(['ju', 'wei', 'ban', 'dui', 'suo', 'zhan', 'chu'])
const LINES_BY_SOUND = new Map<string, readonly number[]>(
  [...DEPARTMENT_WORDS].map(([word, lines]) => [keyOfHan(word), lines]),
)
