import { nameSameness } from '../cleanText.ts'
import type { PlannedRow } from './importPlan.ts'
import { IMPORT_TABLES, type ImportTable, type MadeTable } from './importTables.ts'
import type { ImportWorld } from './importWorld.ts'
import type { Mapping } from './mapping.ts'
import { heldReason, maskPrivate } from './privateTexts.ts'
import { FreeKeys, slugOf } from './recordKeys.ts'

/** Characters of a short name. */
const SHORT = 8

/** Records that are made for names which nobody has, where the mapping asks for it. */
export class MadeRecords {
  readonly freeKeys: Record<ImportTable, FreeKeys>
  readonly #mapping: Mapping
  readonly #made = new Map<string, { table: MadeTable; key: string; name: string }>()
  readonly #world: ImportWorld

  constructor(mapping: Mapping, world: ImportWorld) {
    this.#mapping = mapping
    this.#world = world
    this.freeKeys = Object.fromEntries(
      IMPORT_TABLES.map((table) => [table, new FreeKeys(world.keys[table])]),
    ) as Record<ImportTable, FreeKeys>
  }

  /** The key of the record for a name; null where none is to be made. */
  make(table: MadeTable, name: string): string | null {
    const wanted = table === 'areas' ? this.#mapping.newAreas : this.#mapping.newDepartments
    if (!wanted || slugOf(name) === '') return null
    const id = `${table}:${nameSameness(name)}`
    const known = this.#made.get(id)
    if (known) return known.key
    const key = this.freeKeys[table].slug(name)
    this.#made.set(id, { table, key, name })
    return key
  }

  has(table: string, key: string): boolean {
    return [...this.#made.values()].some((each) => each.table === table && each.key === key)
  }

  rows(): PlannedRow[] {
    return [...this.#made.values()].map(({ table, key, name }) => {
      const made = this.#recordOf(table, key, name)
      const { record, spans, held } = maskPrivate(made, this.#mapping, () => undefined)
      const problems = this.#world.check(table, record)
      return {
        table,
        row: null,
        outcome: problems.length > 0 ? 'refuse' : held.length > 0 ? 'hold' : 'create',
        sourceKey: null,
        key,
        record,
        said: null,
        hidden: {},
        changes: [],
        reasons: [
          ...problems.map(({ field, reason }) => ({ kind: 'field' as const, text: reason, field })),
          ...held.map(heldReason),
        ],
        spans,
      }
    })
  }

  #recordOf(table: MadeTable, slug: string, name: string): Record<string, unknown> {
    if (table === 'areas') return { slug, name, ...this.#mapping.newAreas, origin: 'record' }
    return {
      slug,
      name,
      shortName: [...name].slice(0, SHORT).join('').trim(),
      formerNames: [],
      otherNames: [],
      contacts: [],
      ...this.#mapping.newDepartments,
      origin: 'record',
    }
  }
}
