import { expect, test } from 'vitest'
import { fieldsOf } from '#domain/field'
import { cellAddress } from '#domain/imports/cellAddress'
import { importPlan, isDecided, OUTCOMES, UNDECIDED } from '#domain/imports/importPlan'
import { IMPORT_TABLES, PRIVATE_TARGETS } from '#domain/imports/importTables'
import { fieldRule, mapping } from '#domain/imports/mapping'
import { sheetRow, workbook } from '#domain/imports/workbook'
import { TABLES } from '#domain/records/snapshot'

test.each([
  [0, 1, 'A1'],
  [25, 9, 'Z9'],
  [26, 9, 'AA9'],
  [702, 1_000_000, 'AAA1000000'],
])('column %i of row %i has the address that a workbook shows', (column, row, address) => {
  expect(cellAddress(column, row)).toBe(address)
})

test('every part of a workbook, a mapping and a plan says in words what it is', () => {
  for (const schema of [workbook, sheetRow, importPlan, mapping])
    expect(fieldsOf(schema).length).toBeGreaterThan(0)
})

test('a rule of a field has columns or one value for all rows, never both and never neither', () => {
  const rule = { field: 'title', heads: ['标题'] }
  expect(fieldRule.safeParse(rule).success).toBe(true)
  expect(fieldRule.safeParse({ ...rule, constant: '甲' }).success).toBe(false)
  expect(fieldRule.safeParse({ ...rule, heads: [] }).success).toBe(false)
})

test('an import can be made only when no row wants a person', () => {
  const none = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    (typeof OUTCOMES)[number],
    number
  >
  expect(isDecided({ counts: { ...none, create: 3, change: 2, skip: 9 } })).toBe(true)
  for (const outcome of UNDECIDED) expect(isDecided({ counts: { ...none, [outcome]: 1 } })).toBe(false)
})

test('what comes in privately is no field that the public side knows', () => {
  for (const table of IMPORT_TABLES)
    for (const name of Object.keys(PRIVATE_TARGETS[table]))
      expect(Object.keys(TABLES[table].schema.shape)).not.toContain(name)
})
