import { nameSameness } from '../cleanText.ts'
import { TABLES } from '../records/snapshot.ts'
import type { NoticeKind } from '../vocabulary.ts'
import { cellText } from './cellText.ts'
import { type HeadTable, headText } from './headTable.ts'
import { FOUND_TABLES, type FoundTable, type ImportTable } from './importTables.ts'
import type { ImportWorld } from './importWorld.ts'
import type { Mapping } from './mapping.ts'
import { NameFinder } from './nameFinder.ts'
import type { ReadRow } from './readRow.ts'
import type { FreeKeys } from './recordKeys.ts'
import type { SheetRow } from './workbook.ts'

const NOTICE_HEADS: Record<NoticeKind, string> = { reminder: 'TX', assignment: 'JB', supervision: 'DB' }

/** Which record of the newsroom each row is about, and the keys of new ones. */
export class RowKeys {
  readonly #mapping: Mapping
  readonly #world: ImportWorld
  readonly #free: Record<ImportTable, FreeKeys>
  /** Keys of the rows of this file by what they are called. */
  readonly #own = new Map<string, string>()

  constructor(mapping: Mapping, world: ImportWorld, free: Record<ImportTable, FreeKeys>) {
    this.#mapping = mapping
    this.#world = world
    this.#free = free
  }

  /** Finders that know the newsroom's records, and those that this very file brings. */
  finders(table: HeadTable, rows: readonly SheetRow[]): Record<FoundTable, NameFinder> {
    const brought = this.#brought(table, rows)
    return Object.fromEntries(
      FOUND_TABLES.map((of) => [
        of,
        new NameFinder(
          of,
          of === this.#mapping.table ? [...this.#world.named[of], ...brought] : this.#world.named[of],
        ),
      ]),
    ) as Record<FoundTable, NameFinder>
  }

  /** New places and departments of the file by name, so that rows may name each other. */
  #brought(table: HeadTable, rows: readonly SheetRow[]) {
    const { table: of } = this.#mapping
    if (of !== 'areas' && of !== 'departments') return []
    const standing = new NameFinder(of, this.#world.named[of])
    const head = (field: string) => this.#mapping.columns.find((rule) => rule.field === field)?.heads[0]
    const columnOf = (words: string | undefined) =>
      table.heads.find(({ text }) => text === headText(words ?? null))?.column
    const [nameAt, slugAt] = [columnOf(head('name')), columnOf(head('slug'))]
    const brought: { key: string; names: string[] }[] = []
    for (const row of rows) {
      const name = nameAt === undefined ? '' : cellText(row.cells[nameAt])
      const slug = slugAt === undefined ? '' : cellText(row.cells[slugAt])
      const same = nameSameness(name)
      if (name === '' || this.#own.has(same)) continue
      const found = standing.find(name)
      const known = 'key' in found && !found.isLike ? found.key : null
      const key = slug || (known ?? this.#free[of].slug(name))
      this.#own.set(same, key)
      if (known === null) brought.push({ key, names: [name] })
    }
    return brought
  }

  /** Whether a row of this file is that record. */
  isOwn(table: string, key: string): boolean {
    return table === this.#mapping.table && [...this.#own.values()].includes(key)
  }

  /** The key that a row already has: said by the row itself, by an earlier import, or by its name; null for a new one. */
  known(row: ReadRow): string | null {
    const { table } = this.#mapping
    const said = row.record[TABLES[table].key]
    if (typeof said === 'string') return said
    const imported = row.sourceKey === null ? undefined : this.#world.imported.get(row.sourceKey)
    if (imported) return imported.key
    return this.#own.get(nameSameness(String(row.record.name ?? ''))) ?? null
  }

  /** A new key for a row, or null when its year or kind is not known. */
  fresh(row: ReadRow): string | null {
    const { table, undatedYear, keyPrefix } = this.#mapping
    if (table !== 'cases' && table !== 'notices') return null
    const year = yearOf(row.record) ?? (undatedYear === undefined ? undefined : String(undatedYear))
    if (year === undefined) return null
    if (table === 'cases') return this.#free.cases.numbered(`${keyPrefix ?? 'WS'}-${year}-`, 6)
    const kind = row.record.kind as NoticeKind | undefined
    return kind ? this.#free.notices.numbered(`${NOTICE_HEADS[kind]}-${year}-`, 4) : null
  }
}

/** The year in which a row's matter begins. */
function yearOf(record: Record<string, unknown>): string | undefined {
  const timeline = record.timeline as { at?: string }[] | undefined
  const at = timeline ? timeline.find((event) => event.at !== undefined)?.at : record.issuedOn
  return typeof at === 'string' ? at.slice(0, 4) : undefined
}
