import { z } from 'zod'
import { hours } from '../bounds.ts'
import { type FieldWords, field, fieldsOf } from '../field.ts'
import type { Statistics } from '../figures/statistics.ts'
import type { NamedTable } from '../naming.ts'
import { areaFields } from '../records/area.ts'
import { departmentFields } from '../records/department.ts'
import { dutyFields } from '../records/duty.ts'
import { noticeFields } from '../records/notice.ts'
import { contactLine } from '../records/officeContact.ts'
import { practiceFields } from '../records/practice.ts'
import { reportedFigureFields } from '../records/reportedFigure.ts'
import { reviewMeetingFields } from '../records/reviewMeeting.ts'
import { type AnyRow, keyOf, type Row, type TableName } from '../records/snapshot.ts'
import { sourceFields } from '../records/source.ts'
import { earlierNameText } from '../records/succession.ts'
import { itemText } from '../text.ts'
import type { World } from '../world/world.ts'
import { addressOf } from './addresses.ts'
import {
  CASE_ADDED_COLUMNS,
  CASE_OWN_COLUMNS,
  caseAdded,
  caseOfEvents,
  EVENT_CASE_COLUMNS,
  EVENT_HEAD_COLUMNS,
  EVENT_OWN_COLUMNS,
} from './caseColumns.ts'
import { metricCells, metricColumns } from './metricColumns.ts'
import { type Cell, type DataRow, TwinnedColumns } from './twinColumns.ts'

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
  /** What of other records its rows tell by name: they change with it. */
  names: ReadonlySet<NamedTable>
  /** The rows that one record gives. */
  rowsOf: (record: AnyRow, world: World, statistics: Statistics) => DataRow[]
}

const PATH: FieldWords = {
  name: 'path',
  title: '页面',
  description: '这一行的公开页面，从本站根目录算起的路径；没有单独页面的为空。',
  optional: true,
  type: 'text',
}

/** A record's own fields as cells: lists of texts stay lists. */
function plain(record: Record<string, unknown>, columns: readonly FieldWords[]): DataRow {
  const cells: DataRow = {}
  for (const { name } of columns) cells[name] = (record[name] ?? null) as Cell
  return cells
}

const dutyColumns = fieldsOf(dutyFields.omit({ arrivalHours: true }))
/** A former name is one text with its last day. */
const earlierNamesColumn = {
  earlierNames: field(
    z.array(itemText),
    '改名',
    '从前公开的名称（到改名的那一天），一个一条；没有改过名为空。',
  ),
}
/** The ways to reach an office are one text each. */
const departmentColumns = fieldsOf(
  departmentFields.extend({
    contacts: field(
      z.array(itemText),
      '公开联系方式',
      '部门自己公布的，一种一条：是什么、号码、（什么时候）。',
    ),
    ...earlierNamesColumn,
  }),
)
const areaColumns = fieldsOf(areaFields.extend(earlierNamesColumn))
const dutyExtra = fieldsOf(
  z.object({
    arrivalHoursRoutine: field(hours.optional(), '到场时限（日常哨）', '小时；没有公布为空。'),
    arrivalHoursTough: field(hours.optional(), '到场时限（攻坚哨）', '小时；没有公布为空。'),
    arrivalHoursEmergency: field(hours.optional(), '到场时限（应急哨）', '小时；没有公布为空。'),
  }),
)

/** A dataset whose rows are filled with the words of their codes and keys. */
function dataset(
  own: Omit<Dataset, 'columns' | 'rowsOf' | 'names'>,
  fields: readonly FieldWords[],
  rowsOf: Dataset['rowsOf'],
): Dataset {
  const twinned = new TwinnedColumns([...fields, PATH])
  return {
    ...own,
    columns: twinned.columns,
    names: twinned.names(),
    rowsOf: (record, world, statistics) =>
      rowsOf(record, world, statistics).map((row) => twinned.fill(row, world)),
  }
}

function simple(id: DatasetId, label: string, rowIs: string, table: TableName, schema: z.ZodObject): Dataset {
  const fields = fieldsOf(schema)
  const metrics = table === 'notices' ? metricColumns('notices') : []
  return dataset({ id, label, rowIs, table }, [...fields, ...metrics], (record) => [
    {
      ...plain(record as Record<string, unknown>, fields),
      ...(table === 'notices' ? metricCells('notices', { notice: record }) : {}),
      path: addressOf(table, keyOf(table, record as Row<typeof table>)),
    },
  ])
}

/** Each open table once: the files, the dictionary, the data page and the checks read these entries. */
export const DATASETS: readonly Dataset[] = [
  dataset(
    { id: 'cases', label: '事项', rowIs: '一件事项', table: 'cases' },
    [...CASE_OWN_COLUMNS, ...CASE_ADDED_COLUMNS, ...metricColumns('cases')],
    (record, world, statistics) => {
      const c = record as Row<'cases'>
      return [
        {
          ...plain(c, CASE_OWN_COLUMNS),
          ...caseAdded(c, world),
          ...metricCells('cases', { row: c, facts: statistics.factsOf(c) }),
          path: addressOf('cases', c.reference),
        },
      ]
    },
  ),
  dataset(
    { id: 'events', label: '经过', rowIs: '一件事项经过里的一条', table: 'cases' },
    [...EVENT_HEAD_COLUMNS, ...EVENT_OWN_COLUMNS, ...EVENT_CASE_COLUMNS, ...metricColumns('events')],
    (record, world, statistics) => {
      const c = record as Row<'cases'>
      const facts = statistics.factsOf(c)
      const ofCase = caseOfEvents(c, world)
      return c.timeline.map((e, index) => ({
        case: c.reference,
        number: index + 1,
        ...plain(e, EVENT_OWN_COLUMNS),
        ...ofCase,
        ...metricCells('events', { row: c, facts, event: e, index }),
        path: addressOf('cases', c.reference),
      }))
    },
  ),
  dataset(
    { id: 'duties', label: '权责清单', rowIs: '一项权责事项', table: 'duties' },
    [...dutyColumns, ...dutyExtra],
    (record) => {
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
  ),
  dataset(
    { id: 'departments', label: '部门', rowIs: '一个部门', table: 'departments' },
    departmentColumns,
    (record) => {
      const d = record as Row<'departments'>
      return [
        {
          ...plain(d, departmentColumns),
          contacts: d.contacts.map(contactLine),
          earlierNames: (d.earlierNames ?? []).map(earlierNameText),
          path: addressOf('departments', d.slug),
        },
      ]
    },
  ),
  dataset({ id: 'areas', label: '区域', rowIs: '一处地方', table: 'areas' }, areaColumns, (record) => {
    const a = record as Row<'areas'>
    return [
      {
        ...plain(a, areaColumns),
        earlierNames: (a.earlierNames ?? []).map(earlierNameText),
        path: addressOf('areas', a.slug),
      },
    ]
  }),
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
