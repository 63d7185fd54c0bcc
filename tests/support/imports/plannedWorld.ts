import type { ImportedRow, ImportWorld } from '#domain/imports/importWorld'
import { type Mapping, mapping } from '#domain/imports/mapping'
import { planImport } from '#domain/imports/planImport'
import type { CellValue, MergedRange, Workbook } from '#domain/imports/workbook'
import { TABLES } from '#domain/records/snapshot'
import { issueInWords } from '../../../cms/src/snapshot/issueInWords.ts'
import { rowFaults } from '../../../cms/src/snapshot/rowFaults.ts'

/** A small district: what an import finds there. */
export function smallWorld(more: Partial<ImportWorld> = {}): ImportWorld {
  const there = [
    ...['areas:aixihu', 'areas:qingtong', 'areas:dongyuan'],
    ...[
      'departments:chengjian',
      'departments:chengguan',
      'departments:gongdian',
      'duties:3-47',
      'sources:baogao',
    ],
  ]
  return {
    today: '2022-12-31',
    named: {
      areas: [
        { key: 'aixihu', names: ['艾溪湖管理处'] },
        { key: 'qingtong', names: ['青桐社区'] },
        { key: 'dongyuan', names: ['东园社区'] },
      ],
      departments: [
        { key: 'chengjian', names: ['城建', '南昌高新区城市建设局'] },
        { key: 'chengguan', names: ['城管'] },
        { key: 'gongdian', names: ['供电公司', '供电所'] },
      ],
      duties: [{ key: '3-47', names: ['餐饮油烟扰民'] }],
    },
    keys: {
      areas: ['aixihu', 'qingtong', 'dongyuan'],
      departments: ['chengjian', 'chengguan', 'gongdian'],
      duties: ['3-47'],
      cases: ['WS-2022-000007'],
      notices: [],
    },
    gone: new Set(),
    neighbours: { areas: [], departments: [] },
    current: new Map(),
    decisions: new Map(),
    waiting: new Set(),
    imported: new Map<string, ImportedRow>(),
    state: (table, key) => (there.includes(`${table}:${key}`) ? 'public' : undefined),
    check: (table, record) => {
      const candidate = { publishedOn: '2022-12-31', changedOn: '2022-12-31', ...record }
      const { schema } = TABLES[table]
      return rowFaults(table, schema.safeParse(candidate), candidate).map(({ field, reason }) => ({
        field,
        reason: issueInWords(schema, field, reason),
      }))
    },
    ...more,
  }
}

/** A workbook of one sheet, its first row in the first row. */
export function bookOfRows(rows: readonly (readonly CellValue[])[], merges: MergedRange[] = []): Workbook {
  return {
    name: '登记表.xlsx',
    sha256: '0'.repeat(64),
    bytes: 1,
    format: 'xlsx',
    sheets: [
      {
        name: '表',
        hidden: false,
        merges,
        notes: [],
        rows: rows
          .map((cells, i) => ({ row: i + 1, hidden: false, cells: [...cells] }))
          .filter(({ cells }) => cells.length > 0),
      },
    ],
  }
}

const column = (field: string, ...heads: string[]) => ({ field, heads })

/** The columns that the tests' registers have. */
export const REGISTER = [
  '编号',
  '标题',
  '情况',
  '社区',
  '主办',
  '协办',
  '吹哨时间',
  '派单时间',
  '到场时间',
  '办结时间',
  '结案时间',
  '状态',
  '结案人',
  '依据',
  '电话',
] as const
export function registerMapping(more: Partial<Mapping> = {}): Mapping {
  return mapping.parse({
    name: '登记',
    version: 1,
    table: 'cases',
    key: '编号',
    columns: [
      column('title', '标题'),
      column('description', '情况'),
      column('area', '社区'),
      column('lead', '主办'),
      column('departments', '协办'),
      column('status', '状态'),
      column('closedBy', '结案人'),
      column('evidence', '依据'),
      column('reporterPhone', '电话'),
    ],
    timeline: [
      { kind: 'whistle', at: '吹哨时间' },
      { kind: 'dispatch', at: '派单时间', calledDepartments: true },
      { kind: 'arrival', at: '到场时间', calledDepartments: true },
      { kind: 'done', at: '办结时间', calledDepartments: true },
      { kind: 'closure', at: '结案时间', body: '结案人' },
    ],
    names: {},
    ignored: [],
    private: {},
    ...more,
  })
}

/** A sound row of the register with some cells changed. */
export function registerRow(cells: Partial<Record<(typeof REGISTER)[number], CellValue>> = {}): CellValue[] {
  const sound: Record<string, CellValue> = {
    编号: 'A1',
    标题: '路灯不亮',
    情况: '晚上看不见，怕摔。',
    社区: '青桐社区',
    主办: '城建',
    协办: null,
    吹哨时间: { date: '2022-03-01T09:00+08:00' },
    派单时间: { date: '2022-03-01T10:00+08:00' },
    到场时间: { date: '2022-03-02' },
    办结时间: null,
    结案时间: null,
    状态: '办理中',
    结案人: null,
    依据: null,
    电话: null,
  }
  return REGISTER.map((head) => (head in cells ? (cells[head] ?? null) : (sound[head] ?? null)))
}

export function planOf(
  rows: readonly CellValue[][],
  more: Partial<Mapping> = {},
  world: Partial<ImportWorld> = {},
) {
  return planImport(bookOfRows([[...REGISTER], ...rows]), registerMapping(more), smallWorld(world))
}
