import { type Mapping, mapping } from '#domain/imports/mapping'
import type { CellValue } from '#domain/imports/workbook'
import { bookOfRows } from './plannedWorld.ts'

const HEADS = ['来源', '代号', '名称', '层级', '上级'] as const
type Cells = Partial<Record<(typeof HEADS)[number], CellValue>>

/** A list of places of which each may write its own address name and what it stands below. */
export const placesBook = (rows: readonly Cells[]) =>
  bookOfRows([
    [...HEADS],
    ...rows.map((row, i) => HEADS.map((head) => ({ 来源: `p${i}`, 层级: '小区', ...row })[head] ?? null)),
  ])

export const placesMapping = (more: Partial<Mapping> = {}): Mapping =>
  mapping.parse({
    name: '地方',
    version: 1,
    table: 'areas',
    key: '来源',
    publish: true,
    columns: [
      { field: 'slug', heads: ['代号'] },
      { field: 'name', heads: ['名称'] },
      { field: 'level', heads: ['层级'] },
      { field: 'parent', heads: ['上级'] },
    ],
    timeline: [],
    names: {},
    ignored: [],
    private: {},
    ...more,
  })
