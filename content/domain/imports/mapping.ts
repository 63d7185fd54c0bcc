import { z } from 'zod'
import { coded, field } from '../field.ts'
import { slug } from '../keys.ts'
import { AREA_LEVELS, DEPARTMENT_KINDS, EVENT_KINDS, OBJECTION_OUTCOMES } from '../vocabulary.ts'
import { IMPORT_TABLES } from './importTables.ts'

/** The order of day and month in texts such as 03/04/2021. */
export const DATE_ORDERS = ['day-month-year', 'month-day-year'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]
export const DATE_ORDER_LABELS: Record<DateOrder, string> = {
  'day-month-year': '日/月/年',
  'month-day-year': '月/日/年',
}

/** What becomes of private words in a text that is to be public. Only what is doubtful can be left as it is. */
export const PRIVATE_WAYS = ['hold', 'mask', 'mask-and-keep', 'keep'] as const
export type PrivateWay = (typeof PRIVATE_WAYS)[number]
export const PRIVATE_WAY_LABELS: Record<PrivateWay, string> = {
  hold: '先留下，等人决定',
  mask: '遮住，原文不留',
  'mask-and-keep': '遮住，原文留在不公开的内部备注里',
  keep: '照原样，看过了不是隐私',
}

/** Whose word counts where an editor corrected a record by hand and a newer file says something else again. */
export const EDITED_WAYS = ['editor', 'file'] as const
export type EditedWay = (typeof EDITED_WAYS)[number]
export const EDITED_WAY_LABELS: Record<EditedWay, string> = {
  editor: '编辑改过的算数',
  file: '文件里的算数',
}

/** The words of a head as they are read: blanks and line breaks make no difference, two rows are joined by `／`. */
const head = z.string().min(1, '列名没有填')

/** What stands for a word of the workbook: a value of the field, or nothing where the word says that it is not known. */
const valueTable = z.record(z.string(), z.string().nullable())

/** Where the value of a field comes from. Exactly one of a column, several columns, or one value for all rows. */
export const fieldRule = z
  .object({
    field: field(z.string().min(1), '字段', '记录的字段，例如 title；几项合成的写 satisfaction.asked。'),
    heads: field(z.array(head), '列', '表头；写了几列，各列的内容依次连起来。'),
    labels: field(
      z.boolean().optional(),
      '带表头',
      '几列连起来时，每段前面是否写上它的表头，例如 类别：路灯。',
    ),
    join: field(z.string().optional(), '连接', '几列连起来时放在中间的字，例如 ；或换行。'),
    split: field(z.string().optional(), '分开', '一格里写着几项时，用哪些符号分开，例如 、，。'),
    values: field(
      valueTable.optional(),
      '值的对照',
      '表里的字对应本站的哪个值，空的字是空格；没列出的要问。',
    ),
    constant: field(z.string().optional(), '同一个值', '不看表，每一行都是这个值。'),
  })
  .refine((rule) => rule.heads.length > 0 !== (rule.constant !== undefined), {
    message: '要么写列，要么写同一个值',
  })
export type FieldRule = z.infer<typeof fieldRule>

/** Columns that make one kind of event in the timeline of a case. */
export const timelineRule = z.object({
  kind: field(z.enum(EVENT_KINDS), '事件', '这几列合成哪一种事件。'),
  at: field(head.optional(), '时间列', '没有时间、也没有别的内容的一行，就没有这个事件。'),
  department: field(head.optional(), '部门列', '一格里几个部门的，一个部门一条。'),
  calledDepartments: field(
    z.boolean().optional(),
    '牵头和配合部门',
    '没有部门列时，每个牵头、配合部门各一条（派单），或只是牵头部门（别的）。',
  ),
  body: field(head.optional(), '机构列', '不是清单部门的，例如 社区。'),
  constantBody: field(z.string().optional(), '同一个机构', '不看表，每一行都是它。'),
  text: field(head.optional(), '说明列', '做了什么。'),
  upheld: field(head.optional(), '异议结果列', '成立或不成立。'),
  upheldValues: field(
    z.record(z.string(), z.enum(OBJECTION_OUTCOMES)).optional(),
    '异议结果的对照',
    '表里的字对应成立还是不成立。',
  ),
  until: field(head.optional(), '延到列', '延期到哪一天。'),
})
export type TimelineRule = z.infer<typeof timelineRule>

/** A mapping (对照表): which column of a workbook is which field. Saved, named, versioned and used again. */
export const mapping = z.object({
  name: field(z.string().min(1).max(80), '名称', '对照表的名字，例如 12345 月报。'),
  version: field(z.number().int().positive(), '第几版', '每改一次加一；做过的导入记得用的是哪一版。'),
  table: field(z.enum(IMPORT_TABLES), '记录', '表里的一行是哪一种记录。'),
  sheet: field(z.string().optional(), '工作表', '表名；不写就用第一张有这些列的表。'),
  moreSheets: field(
    z.union([z.literal('all'), z.array(z.string()).min(1)]).optional(),
    '一起读的表',
    '这张以外还读哪几张，表头要一样，例如一个月一张；all 是表头一样的都读。',
  ),
  headRows: field(
    z.object({ first: z.number().int().positive(), last: z.number().int().positive() }).optional(),
    '表头行',
    '表头从第几行到第几行；不写就找。',
  ),
  columns: field(z.array(fieldRule), '列和字段', '每个字段从哪里来。'),
  timeline: field(z.array(timelineRule), '经过', '哪几列合成经过里的事件，按先后；只有事项有。'),
  key: field(head.optional(), '来源编号列', '来源自己的编号：同一编号再来就是同一条。'),
  keyOfSheet: field(
    z.boolean().optional(),
    '每张表各自编号',
    '每张表都从头编号：来源编号连表名一起认，例如 3月／1。',
  ),
  keyPrefix: field(z.string().optional(), '编号字头', '本站编号的字头，例如 WS；事项才有。'),
  dateOrder: field(
    coded(DATE_ORDERS, DATE_ORDER_LABELS).optional(),
    '日期次序',
    '03/04/2021 这样写时的次序；不写就问。',
  ),
  undatedYear: field(
    z.number().int().min(1949).max(2100).optional(),
    '没有年份的算哪年',
    '没有写年份的行和日期（3月4日）算在哪一年；不写就问。',
  ),
  newAreas: field(
    z.object({ level: z.enum(AREA_LEVELS), parent: slug.optional() }).optional(),
    '新的地方',
    '没有的地方按这个层级、放在这个上级下面新建；不写就问。',
  ),
  newDepartments: field(
    z.object({ kind: z.enum(DEPARTMENT_KINDS) }).optional(),
    '新的部门',
    '没有的部门按这个类别新建；不写就问。',
  ),
  names: field(
    z.record(z.string(), slug),
    '名字的对照',
    '表里的部门或地方对应哪一条记录；名称、全称、曾用名、也叫一样的不用写。',
  ),
  publish: field(z.boolean().optional(), '直接公开', '导入就公开；不写就存成草稿。只有能发布的人可以用。'),
  ignored: field(z.array(head), '不用的列', '看过、决定不读的列。'),
  edited: field(
    coded(EDITED_WAYS, EDITED_WAY_LABELS).optional(),
    '编辑改过的',
    '编辑改过、文件里又改成别的时，以谁为准；不写就问。',
  ),
  leftOut: field(
    z
      .object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), rows: z.array(z.number().int().positive()) })
      .optional(),
    '不导入的行',
    '只对这一个文件：看过、决定这次不导入的行号。',
  ),
  own: field(
    z.boolean().optional(),
    '本站的工作簿',
    '文件是从本站的列表下载的：没有动过的格不算改，下载以后别人改过的要问。',
  ),
  private: field(
    z.partialRecord(z.string(), coded(PRIVATE_WAYS, PRIVATE_WAY_LABELS)),
    '私人信息',
    '每种私人信息怎么办，例如 手机号 遮住；* 是没写到的各种；都没写的先留下。',
  ),
})
export type Mapping = z.infer<typeof mapping>
