import { z } from 'zod'
import { day, isBefore, preciseDate } from '../dates.ts'
import { coded, field, telling } from '../field.ts'
import { noticeNumber, slug } from '../keys.ts'
import { naming } from '../naming.ts'
import { nameText, proseText } from '../text.ts'
import { EVENT_KIND_LABELS, EVENT_KINDS } from '../vocabulary.ts'

/** One thing that happened to a case. The order of the list is the order of events, also where times are unknown. */
export const event = z.object({
  kind: field(
    coded(EVENT_KINDS, EVENT_KIND_LABELS),
    '事件',
    '吹哨、派单、签收、派单异议、到场、干部报到、现场协商、商定办法、进展、延期、督办文书、办结、结案、回访或重办。',
  ),
  at: field(
    preciseDate.optional(),
    '时间',
    '知道多少写多少（2022、2022-06、2022-06-13 或到分钟）；不知道就没有。',
  ),
  department: field(
    naming(slug, 'departments').optional(),
    '部门',
    '做这件事（派单时：被派）的部门的网址代号；派单、签收、异议、到场、办结必有一个。',
  ),
  body: field(nameText.optional(), '机构或村社', '不是清单部门时写名称，例如 青桐社区、指挥部。'),
  post: field(
    nameText.optional(),
    '职务',
    '只有干部报到有：来的干部的职务，例如 社区党委书记；只写职务，不写人名。',
  ),
  text: field(proseText.optional(), '说明', '一两句话说做了什么；没有另外的话就没有。'),
  notice: field(noticeNumber.optional(), '文书编号', '督办文书事件所指文书的编号。'),
  upheld: field(
    telling(z.boolean(), { values: { true: '成立', false: '不成立' } }).optional(),
    '异议成立',
    '只有派单异议有：true 成立（不该派给它），false 不成立；来源没有说就没有。',
  ),
  unasked: field(
    telling(z.boolean(), { values: { true: '没有叫它，它自己来的', false: '叫来的' } }).optional(),
    '没叫自来',
    '只有到场有：没有派给它，它自己来的；叫来的就没有。',
  ),
  until: field(day.optional(), '延到', '只有延期有：新定的办完日子，例如 2022-07-15；来源没有说就没有。'),
  source: field(naming(slug, 'sources').optional(), '来源', '这一条出自哪个来源的网址代号。'),
})
export type Event = z.infer<typeof event>

/** Kinds that name exactly one department: one row a department, so that rows can be counted. */
const DEPARTMENT_EVENTS: readonly Event['kind'][] = ['dispatch', 'accepted', 'objection', 'arrival', 'done']

/**
 * A timeline: starts with a whistle, department events name their department, and no event comes before an earlier one
 * as far as both times are known.
 */
export const timeline = z.array(event).superRefine((events, ctx) => {
  const first = events.length > 0 ? [0, 'kind'] : []
  if (events[0]?.kind !== 'whistle')
    ctx.addIssue({ code: 'custom', path: first, message: '经过的第一条必须是吹哨' })
  /** The latest time so far of each precision: no other of the same precision can contradict more. */
  const latest = new Map<number, { at: string; number: number }>()
  events.forEach((e, i) => {
    const say = (name: keyof Event, message: string) =>
      ctx.addIssue({ code: 'custom', path: [i, name], message: `经过第${i + 1}条：${message}` })
    if (DEPARTMENT_EVENTS.includes(e.kind) && !e.department) say('department', '要写明是哪个部门')
    if (e.kind === 'cadre-arrival') {
      if (!e.body || !e.post) say('post', '干部报到要写明是哪个村社或镇（处）的、什么职务')
      if (e.department) say('department', '干部报到不是部门到场，不写部门')
    } else if (e.post) say('post', '只有干部报到可以写职务')
    if (e.upheld !== undefined && e.kind !== 'objection') say('upheld', '只有派单异议可以写成立或不成立')
    if (e.unasked !== undefined && e.kind !== 'arrival') say('unasked', '只有到场可以写没叫自来')
    if (e.until && e.kind !== 'extension') say('until', '只有延期可以写延到哪天')
    if (e.until && e.at && isBefore(e.until, e.at))
      say('until', `延到的日子 ${e.until} 早于延期的时间 ${e.at}`)
    const { at } = e
    if (!at) return
    const later = [...latest.values()].find((known) => isBefore(at, known.at))
    if (later) say('at', `时间 ${at} 早于第${later.number}条的 ${later.at}`)
    const known = latest.get(at.length)
    if (!known || known.at < at) latest.set(at.length, { at, number: i + 1 })
  })
})

/** One department called to a case in one round (a reopening starts a new round). An upheld objection ends a call. */
export type Call = {
  /** 1 for the first round, one more for every reopening. */
  round: number
  department: string
  /** Position of the dispatch in the timeline; null where a department came without a recorded dispatch. */
  dispatchIndex: number | null
  /** Position of the arrival in the timeline, if it came. */
  arrivalIndex: number | null
  /** Position of the objection that was upheld before it came: the call ended there. Null where there is none. */
  releasedIndex: number | null
  /** Whether the department was added after the first batch of dispatches of the round. */
  isAdded: boolean
  /** When waiting began: the whistle or reopening; for a department added later in the round, its own dispatch. */
  calledAt: string | undefined
  arrivedAt: string | undefined
  doneAt: string | undefined
  /** Minutes from call to arrival; null where a time is not known to the minute or it has not come. */
  minutes: number | null
}
