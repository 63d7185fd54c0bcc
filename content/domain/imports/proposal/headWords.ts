import type { EventKind } from '../../vocabulary.ts'
import type { ImportTable } from '../importTables.ts'
import type { TimelineRule } from '../mapping.ts'

/** Words of heads by the field that they stand for; the first that fits wins, whole words before parts of them. */
export type HeadWords = readonly (readonly [field: string, words: readonly string[]])[]

const NAMES_OF_DEPARTMENT = ['部门名称', '单位名称', '部门', '单位']

/** What offices call the columns of each table. `key` is the source's own number. */
export const HEAD_WORDS: Readonly<Record<ImportTable, HeadWords>> = {
  cases: [
    [
      'key',
      [
        '留言编号',
        '诉求编号',
        '来件编号',
        '单号',
        '受理编号',
        '事项编号',
        '流水号',
        '编号',
        'case_enquiry_id',
      ],
    ],
    ['title', ['标题', '主题', '留言主题', '事项名称', '诉求标题', '事项', '题目']],
    [
      'description',
      ['留言详情', '诉求内容', '反映内容', '具体情况', '问题描述', '情况', '内容', '详情', '描述'],
    ],
    ['kind', ['吹哨类型', '吹哨者', '吹哨主体', '哨源']],
    ['urgency', ['紧急程度', '哨级', '哨型', '等级', '类别等级']],
    ['place', ['具体位置', '详细地址', '事发地点', '地点', '地址']],
    ['area', ['所属社区', '所属村社', '村社', '社区', '区域', '属地', '所属区域', '小区', '村']],
    ['duties', ['权责事项', '权责编号', '清单编号', '事项类别']],
    ['lead', ['主办部门', '主办单位', '牵头部门', '牵头单位', '责任单位', '承办单位', '主办']],
    ['departments', ['协办部门', '协办单位', '配合部门', '配合单位', '协办']],
    ['status', ['办理状态', '当前状态', '状态', '办理情况状态', '进度']],
    ['outcome', ['办理结果', '处理结果', '结果', '答复', '回复内容']],
    ['openReason', ['未办结原因', '没办完的原因']],
    ['closedBy', ['结案单位', '结案人', '谁结的案', '结案村社']],
    ['evidence', ['结案依据', '依据', '佐证']],
    ['satisfaction.asked', ['回访户数', '回访人数']],
    ['satisfaction.satisfied', ['满意户数', '满意人数']],
    ['satisfaction.households', ['涉及户数', '总户数']],
    ['arrivalHours', ['到场时限']],
    ['handlingDays', ['办理时限', '时限']],
    ['reporterName', ['反映人', '来电人', '姓名', '联系人', '留言用户', '诉求人']],
    ['reporterPhone', ['联系电话', '电话', '手机', '手机号', '联系方式', '来电号码']],
    ['internalNote', ['备注', '内部备注']],
  ],
  departments: [
    ['slug', ['网址代号', '代号']],
    ['shortName', ['简称']],
    ['fullName', ['全称']],
    ['formerNames', ['曾用名', '原名']],
    ['otherNames', ['也叫', '别名', '俗称']],
    ['kind', ['类别', '类型', '性质']],
    ['contacts', ['联系方式', '公开电话', '联系电话', '电话', '地址']],
    ['name', ['名称', ...NAMES_OF_DEPARTMENT]],
  ],
  areas: [
    ['slug', ['网址代号', '代号']],
    ['level', ['层级', '级别', '类别', '类型']],
    ['parent', ['上级', '所属', '所属街道', '所属镇', '上级区域']],
    ['officialCode', ['区划代码', '代码']],
    ['households', ['户数', '住户数', '总户数']],
    ['name', ['名称', '地方', '社区', '村社', '小区']],
  ],
  duties: [
    ['code', ['权责编号', '编号', '编码']],
    ['serial', ['序号']],
    ['category', ['大类', '类别', '分类']],
    ['title', ['权责事项', '事项名称', '事项', '职责', '具体事项']],
    ['lead', ['牵头部门', '主责部门', '牵头单位', '责任主体']],
    ['responsible', ['责任部门', '配合部门', '协办部门', '配合单位', '责任单位']],
    ['post', ['责任人', '责任岗位', '职务']],
    ['arrivalHours.routine', ['日常哨', '到场时限']],
    ['arrivalHours.tough', ['攻坚哨']],
    ['arrivalHours.emergency', ['应急哨']],
    ['handlingDays', ['办理时限', '办结时限', '时限']],
    ['covers', ['管什么', '适用情形', '内容', '说明']],
    ['excludes', ['不管什么', '除外']],
    ['basis', ['依据', '法律依据', '政策依据']],
    ['wordings', ['老百姓怎么说', '俗称', '常见说法']],
  ],
  notices: [
    ['number', ['本站编号']],
    ['documentNumber', ['文号', '文书编号', '发文字号']],
    ['kind', ['种类', '文书种类', '类型', '文种']],
    ['issuer', ['发出机构', '发文单位', '发文机关']],
    ['recipient', ['收件部门', '受文单位', '收文单位', '主送']],
    ['case', ['所涉事项', '事项编号']],
    ['issuedOn', ['发出日期', '发文日期', '日期', '印发日期']],
    ['dueOn', ['要求完成日期', '完成时限', '办结期限', '期限']],
    ['reason', ['事由', '内容', '摘要']],
    ['outcome', ['结果', '落实情况', '办理结果']],
  ],
}

/** Columns of times of a case: which event each makes, in the order in which they happen. */
export const EVENT_WORDS: readonly (readonly [
  kind: EventKind,
  part: keyof TimelineRule & ('at' | 'department' | 'text'),
  words: readonly string[],
])[] = [
  [
    'whistle',
    'at',
    [
      '吹哨时间',
      '吹哨',
      '留言时间',
      '来电时间',
      '登记时间',
      '反映时间',
      '受理时间',
      '诉求时间',
      '日期',
      '时间',
      'open_dt',
    ],
  ],
  ['dispatch', 'at', ['派单时间', '交办时间', '转办时间', '派单']],
  ['accepted', 'at', ['签收时间', '接单时间', '签收']],
  ['arrival', 'at', ['到场时间', '报到时间', '到场', '报到']],
  ['arrival', 'department', ['到场部门', '报到部门']],
  ['joint-meeting', 'at', ['会商时间', '协商时间']],
  ['joint-meeting', 'text', ['会商情况', '协商结果']],
  ['extension', 'at', ['延期时间']],
  ['done', 'at', ['办结时间', '完成时间', '办结日期', '办结']],
  ['closure', 'at', ['结案时间', '结案日期', '结案', 'closed_dt']],
  ['call-back', 'at', ['回访时间']],
]
