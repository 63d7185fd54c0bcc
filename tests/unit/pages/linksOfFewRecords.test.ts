import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { type AnyRow, keyOf, namedBy, TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { SCOPES, type Scope, scopeOf } from '#domain/scope'
import { emptySnapshot, putRow, World } from '#domain/world/world'
import { generateSample } from '../../../content/sample/generate.ts'
import { seedRecords, seedSettings } from '../../../content/seed/records.ts'
import type { Context, PageKind } from '../../../site/src/context.ts'
import { KINDS } from '../../../site/src/render/kinds.ts'

type Kept = { table: TableName; row: AnyRow }[]

/** What ships, with one of fifty cases of the demonstration. */
function shipped(): Kept {
  const { tables } = generateSample()
  const cases = tables.cases.filter((_, i) => i % 50 === 0)
  return TABLE_NAMES.flatMap((table) =>
    [...seedRecords[table], ...(table === 'cases' ? cases : tables[table])].map((row) => ({
      table,
      row: row as AnyRow,
    })),
  )
}

/** The same where nothing names a record that is not there: what can stand without the name does, the rest goes. */
function standing(rows: Kept): Kept {
  const keys = new Set(rows.map(({ table, row }) => `${table} ${keyOf(table, row as never)}`))
  const isThere = (named: { table: TableName; key: string }) => keys.has(`${named.table} ${named.key}`)
  const kept = rows.flatMap(({ table, row }): Kept => {
    const gone = namedBy(table, row as never).filter((named) => !isThere(named))
    if (gone.length === 0) return [{ table, row }]
    const rest = TABLES[table].schema.safeParse(withoutNames(row, new Set(gone.map(({ key }) => key))))
    const isWhole = rest.success && namedBy(table, rest.data as never).every(isThere)
    return isWhole ? [{ table, row: rest.data as AnyRow }] : []
  })
  return kept.length === rows.length ? kept : standing(kept)
}

/** A row that names none of these keys at the top, or in a list there. */
function withoutNames(row: AnyRow, keys: ReadonlySet<unknown>): object {
  const rest = Object.entries(row).filter(([, value]) => !keys.has(value))
  return Object.fromEntries(
    rest.map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((each) => !keys.has(each)) : value,
    ]),
  )
}

function contextOf(rows: Kept): Context {
  const snapshot = emptySnapshot('2022-12-31', seedSettings)
  for (const { table, row } of rows) putRow(snapshot, table, row as never)
  const world = new World(snapshot)
  return { world, statistics: new Statistics(world) }
}

/** Addresses of pages among everything that a view prints. */
function* pagesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    const page = /^(?<path>[a-z][\w/-]*\.html)(?:[#?].*)?$/i.exec(value)?.groups?.path
    if (page) yield page
  } else if (value && typeof value === 'object') for (const each of Object.values(value)) yield* pagesIn(each)
}

/** Pages that a page leads to and that are not there. */
function deadLinks(context: Context): string[] {
  const kinds = Object.values(KINDS) as readonly PageKind[]
  const pages = kinds.flatMap((kind) => kind.paths(context).map((path) => ({ kind, path })))
  const there = new Set(pages.map(({ path }) => path))
  const dead = new Set<string>()
  for (const { kind, path } of pages) {
    const view = kind.view({ ...kind.pattern.exec(path)?.groups }, context)
    for (const to of pagesIn(view)) if (!there.has(to)) dead.add(`${path} → ${to}`)
  }
  return [...dead]
}

const all = standing(shipped())
const isOf = (table: TableName, scope: Scope) => (each: Kept[number]) =>
  each.table === table && scopeOf(each.row as { origin: string }) === scope
const missing = SCOPES.flatMap((scope) => TABLE_NAMES.map((table) => ({ table, scope }))).filter(
  ({ table, scope }) => all.some(isOf(table, scope)),
)

test('with all that ships every page leads to pages that are there', () => {
  expect(deadLinks(contextOf(all))).toEqual([])
})

test.each(missing)(
  'without any $scope $table, and what names them, no page leads to one that is not there',
  ({ table, scope }) => {
    const gone = isOf(table, scope)
    expect(deadLinks(contextOf(standing(all.filter((each) => !gone(each)))))).toEqual([])
  },
)

test.each(missing)(
  'with $scope $table and what they name alone, no page leads to one that is not there',
  ({ table, scope }) => {
    const keys = new Set<string>()
    const take = ({ table: of, row }: Kept[number]) => {
      const key = `${of} ${keyOf(of, row as never)}`
      if (keys.has(key)) return
      keys.add(key)
      for (const named of namedBy(of, row as never))
        for (const each of all)
          if (each.table === named.table && keyOf(each.table, each.row as never) === named.key) take(each)
    }
    for (const each of all.filter(isOf(table, scope)).slice(0, 20)) take(each)
    const kept = all.filter(({ table: of, row }) => keys.has(`${of} ${keyOf(of, row as never)}`))
    expect(deadLinks(contextOf(kept))).toEqual([])
  },
)
