import type { FieldWords } from '../field.ts'
import type { NamedTable } from '../naming.ts'
import { LIST_SEPARATOR } from '../text.ts'
import { categoryTitle } from '../world/facets.ts'
import type { World } from '../world/world.ts'

/** A cell of an open table: lists are joined by `;` in CSV and stay lists in JSON; null is an empty cell. */
export type Cell = string | number | boolean | string[] | null
export type DataRow = Record<string, Cell>

/** A column that says in words what the one before it holds as codes or keys. */
type Twin = { of: string; column: FieldWords; wordOf: (code: string, world: World) => string }

const NAME_OF: Record<NamedTable, (key: string, world: World) => string> = {
  areas: (key, world) => world.need('areas', key).name,
  departments: (key, world) => world.need('departments', key).name,
  duties: (key, world) => world.need('duties', key).title,
  sources: (key, world) => {
    const { title, publisher } = world.need('sources', key)
    return title ?? publisher
  },
  categories: (key, world) => categoryTitle(Number(key), world),
}

function twinOf({ name, title, type, values, names, optional }: FieldWords): Twin | null {
  const shape = { optional, type: type === 'list' ? type : ('text' as const) }
  if (names)
    return {
      of: name,
      column: { ...shape, name: `${name}.name`, title: `${title}·名称`, description: `“${title}”的名称。` },
      wordOf: NAME_OF[names],
    }
  if (!values || type === 'boolean') return null
  return {
    of: name,
    column: {
      ...shape,
      name: `${name}.words`,
      title: `${title}·中文`,
      description: `“${title}”的中文写法。`,
    },
    wordOf: (code) => values[code] ?? code,
  }
}

/** Columns with their twins: `<field>.words` beside codes, `<field>.name` beside keys of records that have a name. */
export class TwinnedColumns {
  readonly columns: FieldWords[]
  private readonly twins: Twin[]

  constructor(fields: readonly FieldWords[]) {
    const pairs = fields.map((own) => ({ own, twin: twinOf(own) }))
    this.twins = pairs.flatMap(({ twin }) => twin ?? [])
    this.columns = pairs.flatMap(({ own, twin }) => (twin ? [own, twin.column] : [own]))
  }

  /** The tables whose names stand in a row. */
  names(): ReadonlySet<NamedTable> {
    return new Set(this.columns.flatMap(({ names }) => names ?? []))
  }

  /** Puts the words of its codes and keys into a row. Throws where it names a record that is not there. */
  fill(row: DataRow, world: World): DataRow {
    for (const { of, column, wordOf } of this.twins) {
      const cell = row[of] ?? null
      row[column.name] =
        cell === null
          ? null
          : Array.isArray(cell)
            ? cell.map((code) => wordOf(code, world).replaceAll(LIST_SEPARATOR, '；'))
            : wordOf(String(cell), world)
    }
    return row
  }
}
