import { addressIn } from './cellAddress.ts'
import { cellError, listedIn, namesInWords, isDitto as saysDitto } from './cellText.ts'
import { type CellDate, cellDate } from './dates/cellDate.ts'
import type { FieldTarget } from './fieldTargets.ts'
import type { HeadTable } from './headTable.ts'
import { headText } from './headTable.ts'
import type { Question, Reason, ReasonKind } from './importPlan.ts'
import type { FoundTable, MadeTable } from './importTables.ts'
import type { Mapping } from './mapping.ts'
import type { NameFinder } from './nameFinder.ts'
import { valueOfWord } from './valueWords.ts'
import type { CellValue, SheetRow } from './workbook.ts'

/** Marks that stand between names and in none. */
const NOT_IN_NAMES = '、，；;\n'

/** What reading a row may ask of the newsroom. */
export type ReadingKnowledge = {
  mapping: Mapping
  table: HeadTable
  finders: Record<FoundTable, NameFinder>
  /** Makes the key of a record that is made for a name; null while the mapping does not ask for it. */
  make: (table: MadeTable, name: string) => string | null
}

/** One row while it is read: its cells by the words of their heads, and all that was found about them. */
export class RowReading {
  readonly reasons: Reason[] = []
  readonly questions: Omit<Question, 'rows' | 'first'>[] = []
  /** Names that led to a record which is called a little otherwise. They keep no row from being brought in. */
  readonly alike: Reason[] = []
  /** Address of the cell behind a field such as `timeline.2.at`. */
  readonly places = new Map<string, string>()
  readonly #row: SheetRow
  readonly #known: ReadingKnowledge
  readonly #columns: ReadonlyMap<string, number>

  constructor(row: SheetRow, known: ReadingKnowledge, columns: ReadonlyMap<string, number>) {
    this.#row = row
    this.#known = known
    this.#columns = columns
  }

  get mapping(): Mapping {
    return this.#known.mapping
  }

  cell(head: string): CellValue | undefined {
    const column = this.#columns.get(headText(head))
    return column === undefined ? undefined : this.#row.cells[column]
  }

  /** Whether the table has a column of that head. */
  has(head: string): boolean {
    return this.#columns.has(headText(head))
  }

  address(head: string): string | undefined {
    const column = this.#columns.get(headText(head))
    return column === undefined ? undefined : addressIn(this.#row, column)
  }

  /** Remembers which cell a field came from. */
  place(field: string, head: string | undefined): void {
    const address = head === undefined ? undefined : this.address(head)
    if (address) this.places.set(field, address)
  }

  /** The cell behind a field, or behind the whole of which it is a part. */
  placeOf(field: string): string | undefined {
    const parts = field.split('.')
    for (let n = parts.length; n > 0; n--) {
      const place = this.places.get(parts.slice(0, n).join('.'))
      if (place) return place
    }
    return undefined
  }

  tell(kind: ReasonKind, text: string, field?: string, head?: string): void {
    this.reasons.push(this.#reason(kind, text, field, head))
  }

  #reason(kind: ReasonKind, text: string, field?: string, head?: string): Reason {
    const address = head === undefined ? this.placeOf(field ?? '') : this.address(head)
    return { kind, text, ...(field ? { field } : {}), ...(address ? { address } : {}) }
  }

  /** Asks about a word once for all rows, and about this row. */
  ask(
    kind: ReasonKind,
    text: string,
    target: Pick<FieldTarget, 'field'>,
    value: string,
    offered: Question['offered'],
    head?: string,
  ): void {
    this.tell(kind, text, target.field, head)
    this.questions.push({ kind, field: target.field, value, offered })
  }

  /** Whether a cell can be read; an error in it, or that it only points at the one above, is told. */
  isSound(head: string, field: string): boolean {
    const error = cellError(this.cell(head))
    if (error !== null) this.tell('cell-error', `格里是错误值 ${error}：请在表里改好`, field, head)
    const isDitto = saysDitto(this.cell(head))
    if (isDitto) this.tell('cell-error', '格里只写着“同上”，排过序就不知道是哪一格：请写出来', field, head)
    return error === null && !isDitto
  }

  /** A date; what is wrong with it is told. */
  date(head: string, field: string, cell: CellValue | undefined = this.cell(head)): string | undefined {
    if (!this.isSound(head, field)) return undefined
    const read: CellDate = cellDate(cell, this.#known.mapping)
    if ('fault' in read) {
      this.tell(read.fault, read.text, field, head)
      return undefined
    }
    return read.date ?? undefined
  }

  /** The code of a word in a closed list. */
  value(
    target: FieldTarget,
    word: string,
    own: Readonly<Record<string, string | null>> | undefined,
    head?: string,
  ): string | undefined {
    const code = valueOfWord(target, word, own)
    if (code !== undefined) return code ?? undefined
    const offered = Object.entries(target.values ?? {}).map(([value, label]) => ({ value, label }))
    this.ask(
      'unknown-value',
      `${target.title}“${word}”不知道是哪一种：请在对照表里选一个`,
      target,
      word,
      offered,
      head,
    )
    return undefined
  }

  /**
   * Asks which of several records that are listed in a cell is the one: no record is called like a list. A stroke parts
   * names that are known; new places have it in their names.
   */
  #askWhich(table: FoundTable, list: string, field: string, head?: string): boolean {
    const parts = listedIn(list)
    const keys = parts.flatMap((part) => {
      const found = this.#known.finders[table].find(part)
      return 'key' in found ? [found.key] : []
    })
    if (parts.length < 2 || (keys.length === 0 && listedIn(list, NOT_IN_NAMES).length < 2)) return false
    const offered = [...new Set(keys)].map((key) => ({ value: key, label: key }))
    this.ask(
      'several-names',
      `“${list}”里写了${parts.length}个名字，这里只要一个：请在对照表里选一个`,
      { field },
      list,
      offered,
      head,
    )
    return true
  }

  /** The names of a list, those of a part apart that is none itself but says several that are known: 城管和供电所. */
  namesListed(table: FoundTable, parts: readonly string[]): string[] {
    const finder = this.#known.finders[table]
    const isKnown = (name: string) => name in this.#known.mapping.names || 'key' in finder.find(name)
    return parts.flatMap((part) => {
      const names = namesInWords(part)
      return !isKnown(part) && names.length > 0 && names.every(isKnown) ? names : [part]
    })
  }

  /** The key of a record that is named in words. */
  named(table: FoundTable, name: string, field: string, head?: string): string | undefined {
    const own = this.#known.mapping.names[name]
    if (own) return own
    const finder = this.#known.finders[table]
    const found = finder.find(name)
    const what = { areas: '地方', departments: '部门', duties: '权责事项' }[table]
    if ('key' in found) {
      if (found.isLike)
        this.#tellAlike(name, { value: found.key, label: finder.called(found.key) }, field, head)
      return found.key
    }
    const keys = 'several' in found ? found.several : found.offered
    const offered = keys.map((key) => ({ value: key, label: key }))
    const called = keys.map((key) => finder.called(key)).join('、')
    if ('several' in found) {
      this.ask(
        'several-names',
        `“${name}”不止一个${what}叫这个名字（${called}）：请在对照表里选一个`,
        { field },
        name,
        offered,
        head,
      )
      return undefined
    }
    if (this.#askWhich(table, name, field, head)) return undefined
    const made = table === 'duties' ? null : this.#known.make(table, name)
    if (made !== null) return made
    this.ask(
      'unknown-name',
      `没有叫“${name}”的${what}${called && `，相近的有${called}`}：请在对照表里选一个${table === 'duties' ? '' : '，或允许新建'}`,
      { field },
      name,
      offered,
      head,
    )
    return undefined
  }

  /** Says once which record a name was taken for; another one can be chosen instead. */
  #tellAlike(name: string, taken: Question['offered'][number], field: string, head?: string): void {
    const text = `“${name}”按相近的名字算作“${taken.label}”：不是就在对照表里另选`
    if (this.alike.some((each) => each.text === text)) return
    this.alike.push(this.#reason('like-name', text, field, head))
    this.questions.push({ kind: 'like-name', field, value: name, offered: [taken] })
  }
}
