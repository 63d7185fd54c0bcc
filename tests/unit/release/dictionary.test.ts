import { expect, test } from 'vitest'
import { FIELD_TYPES } from '#domain/field'
import { Statistics } from '#domain/figures/statistics'
import { DATASETS, datasetOf } from '#domain/published/datasets'
import type { Cell, DataRow } from '#domain/published/twinColumns'
import { putRow, World } from '#domain/world/world'
import { generateSample } from '../../../content/sample/generate.ts'
import { seedRecords } from '../../../content/seed/records.ts'
import { dictionary } from '../../../scripts/release/tables/tableFiles.ts'
import { snapshotOf } from '../../support/records/rows.ts'

type Told = { name: string; type: string; unit?: string; values?: Record<string, string>; names?: string }
const told = JSON.parse(dictionary()) as {
  types: { type: string }[]
  tables: { id: string; columns: Told[] }[]
}
const columnsOf = (id: string) => told.tables.find((t) => t.id === id)?.columns ?? []

/** Every row of every open table of the article and the demonstration. */
const world = (() => {
  const snapshot = snapshotOf()
  for (const tables of [seedRecords, generateSample().tables])
    for (const [table, rows] of Object.entries(tables))
      for (const row of rows) putRow(snapshot, table as 'areas', row as never)
  return new World(snapshot)
})()
const statistics = new Statistics(world)
const rowsOf = (id: (typeof DATASETS)[number]['id']): DataRow[] => {
  const dataset = datasetOf(id)
  return world.all(dataset.table).flatMap((record) => dataset.rowsOf(record, world, statistics))
}

const ONE: Record<string, (cell: Cell) => boolean> = {
  text: (cell) => typeof cell === 'string',
  integer: (cell) => Number.isInteger(cell),
  number: (cell) => typeof cell === 'number',
  boolean: (cell) => typeof cell === 'boolean',
  day: (cell) => /^\d{4}-\d\d-\d\d$/.test(String(cell)),
  date: (cell) => /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d\+08:00)?)?)?$/.test(String(cell)),
  list: (cell) => Array.isArray(cell),
}

test.each(DATASETS.map((d) => d.id))(
  'every cell of %s is of the type and one of the values that the dictionary tells',
  (id) => {
    expect(told.types.map((t) => t.type)).toEqual([...FIELD_TYPES])
    const columns = columnsOf(id)
    const wrong = new Set<string>()
    for (const row of rowsOf(id)) {
      expect(Object.keys(row).filter((name) => !columns.some((c) => c.name === name))).toEqual([])
      for (const { name, type, values } of columns) {
        const cell = row[name] ?? null
        if (cell === null) continue
        if (!ONE[type]?.(cell)) wrong.add(`${name} ${type}: ${cell}`)
        for (const code of Array.isArray(cell) ? cell : [cell])
          if (values && !(String(code) in values)) wrong.add(`${name}: ${code}`)
      }
    }
    expect([...wrong]).toEqual([])
  },
)

test('every closed list of codes has its words beside it, every key of a named record its name', () => {
  for (const dataset of DATASETS) {
    const columns = columnsOf(dataset.id)
    const after = (name: string) => columns[columns.findIndex((c) => c.name === name) + 1]?.name
    const coded = columns.filter((c) => c.values && c.type !== 'boolean')
    for (const { name } of coded) expect(after(name), dataset.id).toBe(`${name}.words`)
    for (const { name } of columns.filter((c) => c.names))
      expect(after(name), dataset.id).toBe(`${name}.name`)
    expect(
      coded.map((c) => c.name),
      dataset.id,
    ).toContain('origin')
  }
  const event = rowsOf('events').find((e) => e.kind === 'arrival')
  expect(event?.['kind.words']).toBe('到场')
  expect(event?.['department.name']).toBe(world.need('departments', String(event?.department)).name)
  expect(event?.['town.name']).toBe(world.need('areas', String(event?.town)).name)
  const shared = rowsOf('cases').find((c) => (c.departments as string[]).length > 1)
  expect(shared?.['departments.name']).toEqual(
    (shared as { departments: string[] } | undefined)?.departments.map(
      (d) => world.need('departments', d).name,
    ),
  )
})

test('an event carries what its case is cut by: category, town, month, urgency and whistle kind', () => {
  const cases = new Map(rowsOf('cases').map((c) => [c.reference, c]))
  for (const event of rowsOf('events')) {
    const own = cases.get(event.case as string)
    for (const name of ['category', 'town', 'month', 'urgency', 'origin'])
      expect(event[name]).toBe(own?.[name])
    expect(event.whistleKind).toBe(own?.kind)
  }
})

test('a number that counts something has its unit', () => {
  const units = (id: string) =>
    Object.fromEntries(columnsOf(id).flatMap((c) => (c.unit ? [[c.name, c.unit]] : [])))
  expect(units('cases')).toMatchObject({
    arrivalHours: '小时',
    handlingDays: '工作日',
    asked: '户',
    'closure-time.value': '天',
    'households-satisfied.numerator': '户',
  })
  expect(units('events')).toMatchObject({ 'arrival-time.value': '分钟', 'notice-to-arrival.value': '天' })
  expect(units('areas')).toEqual({ households: '户' })
})
