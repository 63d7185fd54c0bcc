import type { FieldWords } from '../field.ts'
import { METRICS, type Metric, type MetricTable } from '../figures/metrics.ts'
import type { DataRow } from './twinColumns.ts'

const COUNTED = { true: '计入', false: '不计入' }

/** Columns of the metrics that count the rows of a table: `<metric id>.numerator` and so on. */
export function metricColumns(table: MetricTable): FieldWords[] {
  return METRICS.filter((m) => m.table === table).flatMap((m) => [
    countColumn(m, 'numerator', '分子', m.numeratorWords),
    countColumn(m, 'denominator', '分母', m.denominatorWords),
    ...(m.value ? [valueColumn(m)] : []),
  ])
}

function countColumn(m: Metric, name: string, part: string, words: string): FieldWords {
  const own = { name: `${m.id}.${name}`, title: `${m.label}·${part}`, optional: true }
  if (m.summed)
    return {
      ...own,
      type: 'integer',
      unit: m.summed,
      description: `计入“${m.label}”${part}的${m.summed}数（${words}），加起来就是；不适用为空。`,
    }
  const description = `是否计入“${m.label}”的${part}（${words}）：true、false 或空（不适用）。`
  return { ...own, type: 'boolean', values: COUNTED, description }
}

function valueColumn(m: Metric): FieldWords {
  const unit = m.unit === '小时' ? '分钟' : m.unit
  return {
    name: `${m.id}.value`,
    title: `${m.label}·量值`,
    description: `用时，${unit}；不知道为空。`,
    optional: true,
    type: 'integer',
    unit,
  }
}

type ReadColumn = { name: string; told: (row: never) => boolean | number | null; isSummed: boolean }

/** How each column of the metrics is read from a row of its table. */
const READ: Record<MetricTable, ReadColumn[]> = {
  cases: columnsRead('cases'),
  events: columnsRead('events'),
  notices: columnsRead('notices'),
}

function columnsRead(table: MetricTable): ReadColumn[] {
  return METRICS.filter((m) => m.table === table).flatMap((m) => {
    const isSummed = m.summed !== undefined
    return [
      { name: `${m.id}.numerator`, told: m.numerator, isSummed },
      { name: `${m.id}.denominator`, told: m.denominator, isSummed },
      ...(m.value ? [{ name: `${m.id}.value`, told: m.value, isSummed }] : []),
    ]
  })
}

/** What the metrics of a table say of one of its rows. */
export function metricCells(table: MetricTable, row: object): DataRow {
  const cells: DataRow = {}
  for (const { name, told, isSummed } of READ[table]) {
    const cell = told(row as never)
    cells[name] = isSummed && cell !== null ? Number(cell) : cell
  }
  return cells
}
