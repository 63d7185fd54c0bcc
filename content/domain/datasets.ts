import { z } from 'zod'
import { addressOf } from './addresses.ts'
import { areaFields } from './area.ts'
import { caseCategory, caseFields, closedAt, whistledAt } from './case.ts'
import { departmentFields } from './department.ts'
import { dutyFields } from './duty.ts'
import { type FieldWords, field, fieldsOf } from './field.ts'
import { METRICS, type Metric, type MetricTable } from './metrics.ts'
import { noticeFields } from './notice.ts'
import { practiceFields } from './practice.ts'
import { reportedFigureFields } from './reportedFigure.ts'
import { reviewMeetingFields } from './reviewMeeting.ts'
import type { AnyRow, Row, TableName } from './snapshot.ts'
import { sourceFields } from './source.ts'
import type { Statistics } from './statistics.ts'
import { event } from './timeline.ts'
import type { World } from './world.ts'

/** A cell of an open table: lists are joined by `;` in CSV and stay lists in JSON; null is an empty cell. */
export type Cell = string | number | boolean | string[] | null
export type DataRow = Record<string, Cell>

export const DATASET_IDS = [
  'cases',
  'events',
  'duties',
  'departments',
  'areas',
  'practices',
  'notices',
  'review-meetings',
  'figures',
  'sources',
] as const
export type DatasetId = (typeof DATASET_IDS)[number]

export type Dataset = {
  id: DatasetId
  label: string
  /** What one row is. */
  rowIs: string
  /** Table of the snapshot whose records give the rows. */
  table: TableName
  columns: FieldWords[]
  /** The rows that one record gives. */
  rowsOf: (record: AnyRow, world: World, statistics: Statistics) => DataRow[]
}

const PATH = column('path', '页面', '这一行的公开页面，从本站根目录算起的路径；没有单独页面的为空。')
function column(name: string, title: string, description: string): FieldWords {
  return { name, title, description, optional: true }
}

/** Columns of the metrics that count the rows of a table: `<metric id>.numerator` and so on. */
function metricColumns(table: MetricTable): FieldWords[] {
  return METRICS.filter((m) => m.table === table).flatMap((m) => [
    column(`${m.id}.numerator`, `${m.label}·分子`, countsWords(m, '分子', m.numeratorWords)),
    column(`${m.id}.denominator`, `${m.label}·分母`, countsWords(m, '分母', m.denominatorWords)),
    ...(m.value
      ? [
          column(
            `${m.id}.value`,
            `${m.label}·量值`,
            m.unit === '小时' ? '用时，分钟；不知道为空。' : `用时，${m.unit}；不知道为空。`,
          ),
        ]
      : []),
  ])
}

function countsWords(m: Metric, part: string, words: string): string {
  return m.summed
    ? `计入“${m.label}”${part}的${m.summed}数（${words}），加起来就是；不适用为空。`
    : `是否计入“${m.label}”的${part}（${words}）：true、false 或空（不适用）。`
}

function metricCells(table: MetricTable, row: object): DataRow {
  const cells: DataRow = {}
  for (const m of METRICS) {
    if (m.table !== table) continue
    const read = (f: (row: never) => boolean | number | null) => f(row as never)
    cells[`${m.id}.numerator`] = read(m.numerator)
    cells[`${m.id}.denominator`] = read(m.denominator)
    if (m.value) cells[`${m.id}.value`] = read(m.value)
  }
  return cells
}

/** A record's own fields as cells: lists of texts stay lists, nested records are told by `extra`. */
function plain(record: Record<string, unknown>, columns: readonly FieldWords[]): DataRow {
  return Object.fromEntries(
    columns.map(({ name }) => {
      const value = record[name]
      return [name, value === undefined ? null : (value as Cell)]
    }),
  )
}

const without = (columns: FieldWords[], ...names: string[]) => columns.filter((c) => !names.includes(c.name))

const caseColumns = without(fieldsOf(caseFields), 'timeline', 'photos', 'satisfaction')
const caseExtra = [
  column('category', '大类', '第一个权责事项的大类，1到7；清单没有公布时为空。'),
  column('whistledAt', '吹哨时间', '经过里第一条的时间，知道多少写多少；不知道为空。'),
  column('closedAt', '结案时间', '村社最后一次结案的时间；没有结案或不知道为空。'),
  column('asked', '问到', '回访问到的户数；没有回访为空。'),
  column('satisfied', '满意', '问到的户里满意的户数；没有回访为空。'),
  column('households', '共有', '受影响的户数；不知道为空。'),
]
const eventColumns = fieldsOf(event)
const eventHead = [
  column('case', '事项编号', '这一条属于哪件事项。'),
  column('number', '第几条', '在这件事项的经过里的次序，从1起。'),
]
const EVENT_ORIGIN = fieldsOf(z.object({ origin: caseFields.shape.origin }))
const dutyColumns = without(fieldsOf(dutyFields), 'arrivalHours')
const dutyExtra = fieldsOf(
  z.object({
    arrivalHoursRoutine: field(z.number(), '到场时限（日常哨）', '小时；没有公布为空。'),
    arrivalHoursTough: field(z.number(), '到场时限（攻坚哨）', '小时；没有公布为空。'),
    arrivalHoursEmergency: field(z.number(), '到场时限（应急哨）', '小时；没有公布为空。'),
  }),
)

function simple(id: DatasetId, label: string, rowIs: string, table: TableName, schema: z.ZodObject): Dataset {
  const fields = fieldsOf(schema)
  const metrics = table === 'notices' ? metricColumns('notices') : []
  return {
    id,
    label,
    rowIs,
    table,
    columns: [...fields, ...metrics, PATH],
    rowsOf: (record) => {
      const key = (record as Record<string, unknown>)[keyField(table)] as string
      return [
        {
          ...plain(record as Record<string, unknown>, fields),
          ...(table === 'notices' ? metricCells('notices', { notice: record }) : {}),
          path: addressOf(table, key),
        },
      ]
    },
  }
}
const keyField = (table: TableName) => (table === 'notices' ? 'number' : table === 'duties' ? 'code' : 'slug')

/** Each open table once: the files, the dictionary, the data page and the checks read these entries. */
export const DATASETS: readonly Dataset[] = [
  {
    id: 'cases',
    label: '事项',
    rowIs: '一件事项',
    table: 'cases',
    columns: [...caseColumns, ...caseExtra, ...metricColumns('cases'), PATH],
    rowsOf: (record, _world, statistics) => {
      const c = record as Row<'cases'>
      return [
        {
          ...plain(c, caseColumns),
          category: caseCategory(c) ?? null,
          whistledAt: whistledAt(c) ?? null,
          closedAt: closedAt(c) ?? null,
          asked: c.satisfaction?.asked ?? null,
          satisfied: c.satisfaction?.satisfied ?? null,
          households: c.satisfaction?.households ?? null,
          ...metricCells('cases', { row: c, facts: statistics.factsOf(c) }),
          path: addressOf('cases', c.reference),
        },
      ]
    },
  },
  {
    id: 'events',
    label: '经过',
    rowIs: '一件事项经过里的一条',
    table: 'cases',
    columns: [...eventHead, ...eventColumns, ...EVENT_ORIGIN, ...metricColumns('events'), PATH],
    rowsOf: (record, _world, statistics) => {
      const c = record as Row<'cases'>
      const facts = statistics.factsOf(c)
      return c.timeline.map((e, index) => ({
        case: c.reference,
        number: index + 1,
        ...plain(e, eventColumns),
        origin: c.origin,
        ...metricCells('events', { row: c, facts, event: e, index }),
        path: addressOf('cases', c.reference),
      }))
    },
  },
  {
    id: 'duties',
    label: '权责清单',
    rowIs: '一项权责事项',
    table: 'duties',
    columns: [...dutyColumns, ...dutyExtra, PATH],
    rowsOf: (record) => {
      const d = record as Row<'duties'>
      return [
        {
          ...plain(d, dutyColumns),
          arrivalHoursRoutine: d.arrivalHours?.routine ?? null,
          arrivalHoursTough: d.arrivalHours?.tough ?? null,
          arrivalHoursEmergency: d.arrivalHours?.emergency ?? null,
          path: addressOf('duties', d.code),
        },
      ]
    },
  },
  simple('departments', '部门', '一个部门', 'departments', departmentFields),
  simple('areas', '区域', '一处地方', 'areas', areaFields),
  simple('practices', '典型做法', '一个做法', 'practices', practiceFields),
  simple('notices', '督办文书', '一份文书', 'notices', noticeFields),
  simple('review-meetings', '交账会', '一次会', 'review-meetings', reviewMeetingFields),
  simple('figures', '通报数字', '一个别人公布的数字', 'reported-figures', reportedFigureFields),
  simple('sources', '来源', '一个来源', 'sources', sourceFields),
]

/** An open table by its id. */
export function datasetOf(id: DatasetId): Dataset {
  return DATASETS.find((d) => d.id === id) as Dataset
}
