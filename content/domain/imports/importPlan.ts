import { z } from 'zod'
import { coded, field } from '../field.ts'
import { STRENGTHS } from '../private/privateSpans.ts'
import { IMPORT_TABLES } from './importTables.ts'
import { PRIVATE_WAY_LABELS, PRIVATE_WAYS } from './mapping.ts'
import { sheetNote } from './workbook.ts'

/** What would become of a row. The last three want a person: nothing of an import is written while there are any. */
export const OUTCOMES = ['create', 'change', 'skip', 'ask', 'hold', 'refuse'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const OUTCOME_LABELS: Record<Outcome, string> = {
  create: '新建',
  change: '修改',
  skip: '不用写，跳过',
  ask: '要问',
  hold: '有私人信息，先留下',
  refuse: '不能收',
}
/** Outcomes that want a person before the import can be made. */
export const UNDECIDED: readonly Outcome[] = ['ask', 'hold', 'refuse']

/** Why a row is what it is: for filters, and for tests. */
export const REASON_KINDS = [
  'unknown-value',
  'ambiguous-date',
  'unreadable-date',
  'no-year',
  'unknown-name',
  'several-names',
  'cell-error',
  'spoiled-key',
  'no-key',
  'repeated-key',
  'sheet-key',
  'taken-key',
  'repeated-row',
  'edited-by-hand',
  'missing-evidence',
  'private',
  'workflow',
  'field',
  'neighbour',
  'left-out',
  'like-name',
] as const
export type ReasonKind = (typeof REASON_KINDS)[number]

export const reason = z.object({
  kind: field(z.enum(REASON_KINDS), '种类', '供筛选。'),
  text: field(z.string(), '原因', '编辑看得懂的一句话。'),
  field: field(z.string().optional(), '字段', '哪个字段，例如 timeline.2.at。'),
  address: field(z.string().optional(), '格', '工作簿里的地址，例如 D17。'),
})
export type Reason = z.infer<typeof reason>

export const fieldChange = z.object({
  field: field(z.string(), '字段', '例如 title。'),
  title: field(z.string(), '字段名', '例如 标题。'),
  before: field(z.string().nullable(), '原来', '现在的内容，写成文字；没有就是空。'),
  after: field(z.string().nullable(), '改成', '文件里的内容，写成文字；没有就是空。'),
})
export type FieldChange = z.infer<typeof fieldChange>

/** Private words found in a text that would be public. */
export const privateSpan = z.object({
  kind: field(z.string(), '种类', '例如 手机号。'),
  field: field(z.string(), '字段', '例如 description。'),
  before: field(z.string(), '前面的字', '号码前面的几个字。'),
  text: field(z.string(), '文字', '文字本身；只在编辑部里看。'),
  masked: field(z.string(), '遮住以后', '公开时的样子，例如 138****。'),
  strength: field(z.enum(STRENGTHS), '把握', 'certain 一定是隐私；doubtful 可能是，由人决定。'),
  way: field(coded(PRIVATE_WAYS, PRIVATE_WAY_LABELS), '怎么办', '照对照表会怎样。'),
  address: field(z.string().optional(), '格', '工作簿里的地址。'),
})
export type PrivateSpan = z.infer<typeof privateSpan>

export const plannedRow = z.object({
  table: field(z.enum(IMPORT_TABLES), '记录', '哪一种记录。'),
  row: field(
    z.number().int().nullable(),
    '行',
    '工作簿里的行号，几张表一起读时每张表另加一千万；为别的行按名字新建的地方、部门没有自己的行。',
  ),
  sheet: field(z.string().optional(), '工作表', '几张表一起读时，是哪一张的。'),
  outcome: field(z.enum(OUTCOMES), '结果', '新建、修改、跳过、要问、先留下或不能收。'),
  sourceKey: field(z.string().nullable(), '来源编号', '来源自己的编号，只在编辑部里留着。'),
  key: field(z.string().nullable(), '编号', '本站的编号或网址代号：已有的，或将要用的。'),
  record: field(
    z.record(z.string(), z.unknown()).nullable(),
    '内容',
    '公开的各字段，别的记录写它的编号；成不了一条记录时是空的。',
  ),
  said: field(
    z.record(z.string(), z.unknown()).nullable(),
    '文件里说的',
    '这一行自己说的各字段，私人号码已遮住；下次靠它看出文件变了没有。',
  ),
  hidden: field(z.record(z.string(), z.string()), '不公开的', '反映人姓名、电话、内部备注。'),
  changes: field(z.array(fieldChange), '改了什么', '修改的行：每个字段原来是什么、改成什么。'),
  reasons: field(z.array(reason), '原因', '为什么是这个结果。'),
  spans: field(z.array(privateSpan), '私人信息', '要公开的文字里的每一处，遮住的、留着的也在内。'),
})
export type PlannedRow = z.infer<typeof plannedRow>

/**
 * A word of the workbook that no value table knows, asked once for all rows that hold it; or a name that was taken for
 * one that is alike (`like-name`), which needs no answer.
 */
export const question = z.object({
  kind: field(z.enum(REASON_KINDS), '种类', '问的是值、名字还是日期次序。'),
  field: field(z.string(), '字段', '例如 status。'),
  value: field(z.string(), '表里的字', '例如 结案。'),
  rows: field(z.number().int(), '行数', '多少行写着它。'),
  first: field(z.string(), '第一处', '例如 F12。'),
  offered: field(
    z.array(z.object({ value: z.string(), label: z.string() })),
    '可能是',
    '可以选的值，最像的在前。',
  ),
})
export type Question = z.infer<typeof question>

/** A dry run: what an import would do, row by row. Nothing was written for it. */
export const importPlan = z.object({
  file: field(
    z.object({ name: z.string(), sha256: z.string(), bytes: z.number().int() }),
    '文件',
    '名字、哈希、大小。',
  ),
  mapping: field(z.object({ name: z.string(), version: z.number().int() }), '对照表', '名称和第几版。'),
  table: field(z.enum(IMPORT_TABLES), '记录', '表里的一行是哪一种记录。'),
  sheet: field(z.string(), '工作表', '读的是哪一张，或哪几张。'),
  counts: field(z.record(z.enum(OUTCOMES), z.number().int()), '件数', '每种结果多少行。'),
  rows: field(z.array(plannedRow), '逐行', '先是按名字新建的，再按工作簿的次序。'),
  vanished: field(
    z.array(z.object({ sourceKey: z.string(), key: z.string() })),
    '没有再来的',
    '上次同一对照表导入、这次文件里没有的；不动它们。',
  ),
  questions: field(z.array(question), '要问的', '同样的问题只问一次；按相近的名字算的也在内，可以不答。'),
  notes: field(z.array(sheetNote), '要知道的', '隐藏的行、合并的格、没有用到的列。'),
})
export type ImportPlan = z.infer<typeof importPlan>

/** Whether an import can be made as it was planned. */
export function isDecided(plan: Pick<ImportPlan, 'counts'>): boolean {
  return UNDECIDED.every((outcome) => plan.counts[outcome] === 0)
}
