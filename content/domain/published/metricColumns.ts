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

/** What the metrics of a table say of one of its rows. */
export function metricCells(table: MetricTable, row: object): DataRow {
  const cells: DataRow = {}
  for (const m of METRICS) {
    if (m.table !== table) continue
    const read = (f: (row: never) => boolean | number | null) => {
      const told = f(row as never)
      return m.summed && told !== null ? Number(told) : told
    }
    cells[`${m.id}.numerator`] = read(m.numerator)
    cells[`${m.id}.denominator`] = read(m.denominator)
    if (m.value) cells[`${m.id}.value`] = read(m.value)
  }
  return cells
}
