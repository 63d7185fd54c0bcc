import type { z } from 'zod'
import { day, preciseDate } from '#domain/dates'
import { fieldRule } from '#domain/imports/mapping'
import { MARK_MESSAGE, slug } from '#domain/keys'
import { givenDecision } from '#domain/private/decisions'
import { publicUrl } from '#domain/publicUrl'
import { area } from '#domain/records/area'
import { caseRecord, satisfaction } from '#domain/records/case'
import { department } from '#domain/records/department'
import { duty } from '#domain/records/duty'
import { notice } from '#domain/records/notice'
import { page } from '#domain/records/page'
import { practice } from '#domain/records/practice'
import { reportedFigure } from '#domain/records/reportedFigure'
import { reviewMeeting } from '#domain/records/reviewMeeting'
import { siteSettings } from '#domain/records/siteSettings'
import { source } from '#domain/records/source'
import { type Event, timeline } from '#domain/records/timeline'
import { nameText } from '#domain/text'
import { environment } from '#host/environment'
import { soundRows } from './soundRows.ts'

const row = soundRows
const open = { ...row.case, status: 'handling', closedBy: undefined }
const events: Event[] = [
  { kind: 'whistle', at: '2022-06-01' },
  { kind: 'extension', at: '2022-06-02', until: '2022-06-02' },
]
const merged = { ...row.department, replacedBy: 'd-other', replacedOn: '2022-06-20' }
const cadre: Event = { kind: 'cadre-arrival', body: '甲社区', post: '社区书记' }
const extended = (until: string) => [events[0], { ...events[1], until }]

type Refusal = [file: string, schema: z.ZodType, sound: unknown, broken: unknown, message: string]
const inTimeline = (broken: unknown, words: string): Refusal => ['timeline', timeline, events, broken, words]

/** One record for each rule of the domain, which breaks it alone, and the words of the refusal. */
export const REFUSALS: Refusal[] = [
  ['area', area, row.area, { ...row.area, origin: 'sample' }, MARK_MESSAGE],
  ['department', department, row.department, { ...row.department, origin: 'sample' }, MARK_MESSAGE],
  ['succession', department, merged, { ...merged, replacedBy: row.department.slug }, '不能并入自己'],
  ['succession', area, row.area, { ...row.area, replacedBy: 'a-two' }, '并入了哪里，就要写从哪天起'],
  ['succession', area, row.area, { ...row.area, replacedOn: '2022-06-20' }, '写了并入的日子，就要写并入哪里'],
  ['duty', duty, row.duty, { ...row.duty, code: 'DEMO-3-47' }, MARK_MESSAGE],
  ['duty', duty, row.duty, { ...row.duty, category: 4 }, '大类与编号不一致'],
  ['duty', duty, row.duty, { ...row.duty, responsible: ['d-one'] }, '牵头部门不要再列为责任部门'],
  ['notice', notice, row.notice, { ...row.notice, number: 'DEMO-TX-2022-0001' }, MARK_MESSAGE],
  ['notice', notice, row.notice, { ...row.notice, dueOn: '2022-06-14' }, '要求完成日期不能早于发出日期'],
  [
    'notice',
    notice,
    row.notice,
    { ...row.notice, issuedOn: '2022-07-01', dueOn: undefined },
    '2022-07-01 晚于填写的日子 2022-06-30：发生了再写',
  ],
  [
    'siteSettings',
    siteSettings.shape.publicAddress,
    'https://example.gov.cn/shaoxiang/',
    'https://example.gov.cn/shaoxiang/?x=1',
    '公开网址里不能有 ? 或 #：写到目录为止，例如 https://example.gov.cn/shaoxiang/',
  ],
  ['reviewMeeting', reviewMeeting, row.meeting, { ...row.meeting, origin: 'sample' }, MARK_MESSAGE],
  [
    'reviewMeeting',
    reviewMeeting,
    row.meeting,
    { ...row.meeting, date: '2022-06-17' },
    '网址代号要与日期一致',
  ],
  [
    'reviewMeeting',
    reviewMeeting,
    row.meeting,
    { ...row.meeting, slug: '2022-07-01', date: '2022-07-01' },
    '2022-07-01 晚于填写的日子 2022-06-30：发生了再写',
  ],
  ['reportedFigure', reportedFigure, row.figure, { ...row.figure, origin: 'sample' }, MARK_MESSAGE],
  [
    'reportedFigure',
    reportedFigure,
    row.figure,
    { ...row.figure, asOf: '2022-07' },
    '2022-07 晚于填写的日子 2022-06-30：发生了再写',
  ],
  ['source', source, row.source, { ...row.source, origin: 'sample' }, MARK_MESSAGE],
  [
    'source',
    source,
    row.source,
    { ...row.source, date: '2023' },
    '2023 晚于填写的日子 2022-06-30：发生了再写',
  ],
  ['practice', practice, row.practice, { ...row.practice, origin: 'sample' }, MARK_MESSAGE],
  ['page', page, row.page, { ...row.page, origin: 'sample' }, MARK_MESSAGE],
  [
    'case',
    satisfaction,
    { asked: 2, satisfied: 2 },
    { asked: 2, satisfied: 3 },
    '满意的户数不能多于问到的户数',
  ],
  [
    'case',
    satisfaction,
    { asked: 2, satisfied: 2, households: 2 },
    { asked: 2, satisfied: 2, households: 1 },
    '问到的户数不能多于总户数',
  ],
  ['case', caseRecord, row.case, { ...row.case, reference: 'DEMO-2022-000001' }, MARK_MESSAGE],
  [
    'case',
    caseRecord,
    row.case,
    { ...row.case, closedBy: undefined },
    '已结案的事项要写明谁结的案；没结案的不能写',
  ],
  ['case', caseRecord, open, { ...open, status: 'reported-resolved' }, '“报道称已解决”只用于出自报道的事项'],
  [
    'case',
    caseRecord,
    { ...open, origin: 'press', sources: ['s-one'] },
    { ...open, origin: 'press' },
    '出自报道的事项要写来源',
  ],
  ['case', caseRecord, row.case, { ...row.case, departments: ['d-one'] }, '牵头部门不要再列为配合部门'],
  ['case', caseRecord, row.case, { ...row.case, departments: ['d-two', 'd-two'] }, '同一个部门列了两次'],
  ['case', caseRecord, row.case, { ...row.case, duties: ['3-47', '3-47'] }, '同一项权责事项列了两次'],
  [
    'case',
    caseRecord,
    open,
    { ...open, timeline: [{ kind: 'whistle', at: '2099-01-01' }] },
    '2099-01-01 晚于填写的日子 2022-06-30：发生了再写',
  ],
  [
    'happenedInTime',
    caseRecord,
    open,
    { ...open, timeline: [{ kind: 'whistle', at: '2022-07' }] },
    '2022-07 晚于填写的日子 2022-06-30：发生了再写',
  ],
  ['timeline', timeline, events, [events[1]], '经过的第一条必须是吹哨'],
  ['timeline', timeline, events, [...events, { kind: 'done' }], '经过第3条：要写明是哪个部门'],
  inTimeline(
    [...events, { ...cadre, post: undefined }],
    '经过第3条：干部报到要写明是哪个村社或镇（处）的、什么职务',
  ),
  inTimeline([...events, { ...cadre, department: 'd-one' }], '经过第3条：干部报到不是部门到场，不写部门'),
  [
    'timeline',
    timeline,
    [...events, cadre],
    [{ kind: 'whistle', post: '社区书记' }],
    '经过第1条：只有干部报到可以写职务',
  ],
  inTimeline([{ kind: 'whistle', upheld: false }], '经过第1条：只有派单异议可以写成立或不成立'),
  ['timeline', timeline, events, [{ kind: 'whistle', unasked: true }], '经过第1条：只有到场可以写没叫自来'],
  inTimeline([{ kind: 'whistle', until: '2022-06-02' }], '经过第1条：只有延期可以写延到哪天'),
  inTimeline(extended('2022-06-01'), '经过第2条：延到的日子 2022-06-01 早于延期的时间 2022-06-02'),
  inTimeline(
    [...events, { kind: 'progress', at: '2022-05' }],
    '经过第3条：时间 2022-05 早于第2条的 2022-06-02',
  ),
  [
    'dates',
    preciseDate,
    '2022-02-28',
    '2022-02-30',
    '日期要写成 2022、2022-11、2022-11-30 或 2022-11-30T09:20+08:00，知道多少写多少',
  ],
  ['dates', day, '2022-02-28', '2022-02', '日期要写成 2022-11-30'],
  ['keys', slug, 'indexes', 'index', '这个网址代号留给系统用（index，或 Windows 不许用的文件名），请换一个'],
  ['text', nameText, '城建', ' \u200b', '没有填'],
  ['text', nameText, '长'.repeat(100), '长'.repeat(101), '写了101个字，最多100个字'],
  [
    'publicUrl',
    publicUrl,
    'https://example.gov.cn/a',
    'https://example.gov.cn/a b',
    '网址里不能有空格、反斜线或看不见的字符',
  ],
  [
    'publicUrl',
    publicUrl,
    'https://example.gov.cn/a',
    'https://someone@example.gov.cn/a',
    '网址里不能有用户名（@ 前面的部分）',
  ],
  [
    'decisions',
    givenDecision,
    { kind: '手机号', text: '甲', reason: '公开的热线' },
    { kind: '手机号', reason: '公开的热线' },
    '要写明是哪一处：它的标记，或种类和那几个字',
  ],
  [
    'decisions',
    givenDecision,
    { kind: '手机号', text: '甲', decision: 'masked' },
    { kind: '手机号', text: '甲', decision: 'kept' },
    '保留要写理由',
  ],
  [
    'mapping',
    fieldRule,
    { field: 'title', heads: ['标题'] },
    { field: 'title', heads: ['标题'], constant: '路灯不亮' },
    '要么写列，要么写同一个值',
  ],
  [
    'environment',
    environment,
    { PAYLOAD_SECRET: '7f3a9c1e5b8d2046' },
    { PAYLOAD_SECRET: '1111111111111111' },
    'PAYLOAD_SECRET 太容易猜：写一串随机的字符，例如 openssl rand -hex 32 的结果',
  ],
  [
    'environment',
    environment,
    { EDITOR_EMAIL: 'editor@example.gov.cn', EDITOR_PASSWORD: 'seven wells' },
    { EDITOR_PASSWORD: 'seven wells' },
    'EDITOR_PASSWORD 要和 EDITOR_EMAIL 一起给：请写上第一个管理员的邮箱，或去掉 EDITOR_PASSWORD',
  ],
]
