import { z } from 'zod'
import { hours, households, householdsOrNone, pixels, workingDays } from '../bounds.ts'
import { preciseDate } from '../dates.ts'
import { coded, field } from '../field.ts'
import { happenedInTime } from '../happenedInTime.ts'
import { caseReference, categoryOf, dutyCode, MARK_MESSAGE, markAgrees, published, slug } from '../keys.ts'
import { naming } from '../naming.ts'
import { itemText, lineText, nameText, proseText } from '../text.ts'
import {
  CASE_STATE_LABELS,
  CASE_STATES,
  PHOTO_STAGE_LABELS,
  PHOTO_STAGES,
  URGENCIES,
  URGENCY_LABELS,
  WHISTLE_KIND_LABELS,
  WHISTLE_KINDS,
} from '../vocabulary.ts'
import { timeline } from './timeline.ts'

/** A photo of a case as published: re-encoded, without metadata, named by the hash of its bytes. */
export const photo = z.object({
  file: field(z.string().regex(/^[0-9a-f]{64}\.webp$/), '文件', '图片内容的 SHA-256 加 .webp。'),
  width: field(pixels, '宽', '像素。'),
  height: field(pixels, '高', '像素。'),
  stage: field(coded(PHOTO_STAGES, PHOTO_STAGE_LABELS), '先后', '之前或之后。'),
  alt: field(lineText, '替代文字', '看不见图的人也能明白的一句话。'),
  takenOn: field(preciseDate.optional(), '拍摄时间', '知道多少写多少。'),
})

/** Call-back after closure: whole numbers of households. */
export const satisfaction = z
  .object({
    asked: field(households, '问到', '回访问到的户数，例如 42。'),
    satisfied: field(householdsOrNone, '满意', '问到的户里表示满意的户数，例如 37。'),
    households: field(households.optional(), '共有', '受这件事影响的户数，例如 318；不知道就没有。'),
  })
  .refine((s) => s.satisfied <= s.asked, { path: ['satisfied'], message: '满意的户数不能多于问到的户数' })
  .refine((s) => s.households === undefined || s.asked <= s.households, {
    path: ['asked'],
    message: '问到的户数不能多于总户数',
  })

/** One whistle and all that followed, as published. */
export const caseFields = z.object({
  reference: field(caseReference, '编号', '公开编号，例如 WS-2022-001234；首次公开后不再改变。'),
  title: field(nameText, '标题', '一句话说清哪里、什么事，例如 溪湖北社区上下学拥堵。'),
  kind: field(
    coded(WHISTLE_KINDS, WHISTLE_KIND_LABELS).optional(),
    '吹哨者',
    '村社吹哨或群众吹哨；来源没有说就没有。',
  ),
  urgency: field(
    coded(URGENCIES, URGENCY_LABELS).optional(),
    '紧急程度',
    '日常哨、攻坚哨或应急哨；来源没有说就没有。',
  ),
  area: field(naming(slug, 'areas'), '地方', '事发地的区域网址代号，写到已知的最细一级。'),
  place: field(lineText.optional(), '具体位置', '区域里更细的位置，例如 创新一路；不写门牌和户号。'),
  placeRaised: field(
    z.boolean().optional(),
    '地方写高了',
    '群众吹哨的地方户数太少（或不知道），写成了上面够大的一级；没有写高就没有。',
  ),
  duties: field(
    z.array(naming(dutyCode, 'duties')),
    '权责事项',
    '所属权责事项的编号，第一个为主；清单没有公布时为空。',
  ),
  description: field(proseText, '情况', '吹哨时的情况：发生什么、影响谁、试过什么。'),
  lead: field(naming(slug, 'departments').optional(), '牵头部门', '牵头部门的网址代号；来源没有说就没有。'),
  departments: field(z.array(naming(slug, 'departments')), '配合部门', '其余被吹哨的部门的网址代号。'),
  arrivalHours: field(
    hours.optional(),
    '到场时限',
    '这件事适用的到场时限，小时；吹哨时清单上怎么写就怎么记。',
  ),
  handlingDays: field(
    workingDays.optional(),
    '办理时限',
    '这件事适用的办理时限，工作日；吹哨时清单上怎么写就怎么记。',
  ),
  timeline: field(timeline, '经过', '按先后排列的事件；第一条是吹哨。'),
  status: field(
    coded(CASE_STATES, CASE_STATE_LABELS),
    '状态',
    '待到场、办理中、已列入议程、已办结待结案、重办、已结案或报道称已解决。',
  ),
  outcome: field(proseText.optional(), '结果', '现在怎么样了；没有公布就没有。'),
  openReason: field(proseText.optional(), '没办完的原因', '还没有解决的事，公开的原因。'),
  closedBy: field(nameText.optional(), '谁结的案', '结案的村社，例如 青桐社区；只有已结案的有。'),
  evidence: field(z.array(itemText), '结案依据', '结案时看了什么、谁签了字、试了什么。'),
  satisfaction: field(satisfaction.optional(), '回访', '结案后的回访；没有回访就没有。'),
  photos: field(z.array(photo), '照片', '之前与之后的照片，已去除拍摄信息。'),
  sources: field(z.array(naming(slug, 'sources')), '来源', '出处的网址代号；登记的事项可以没有。'),
  ...published,
})
export const caseRecord = caseFields
  .refine(markAgrees('reference'), { path: ['reference'], message: MARK_MESSAGE })
  .refine((c) => (c.status === 'closed') === (c.closedBy !== undefined), {
    path: ['closedBy'],
    message: '已结案的事项要写明谁结的案；没结案的不能写',
  })
  .refine((c) => c.status !== 'reported-resolved' || c.origin === 'press', {
    path: ['status'],
    message: '“报道称已解决”只用于出自报道的事项',
  })
  .refine((c) => c.origin !== 'press' || c.sources.length > 0, {
    path: ['sources'],
    message: '出自报道的事项要写来源',
  })
  .refine((c) => !c.lead || !c.departments.includes(c.lead), {
    path: ['departments'],
    message: '牵头部门不要再列为配合部门',
  })
  .refine((c) => new Set(c.departments).size === c.departments.length, {
    path: ['departments'],
    message: '同一个部门列了两次',
  })
  .refine((c) => new Set(c.duties).size === c.duties.length, {
    path: ['duties'],
    message: '同一项权责事项列了两次',
  })
  .superRefine(
    happenedInTime((c) => [
      ...c.timeline.map((e, i) => ({ path: ['timeline', i, 'at'], at: e.at })),
      ...c.photos.map((p, i) => ({ path: ['photos', i, 'takenOn'], at: p.takenOn })),
    ]),
  )
export type Case = z.infer<typeof caseRecord>

/** States in which the problem is gone: by the community's closure, or by a source's word. */
export const RESOLVED_STATES: readonly Case['status'][] = ['closed', 'reported-resolved']

/** Whether the published outcome is that the problem is gone. */
export function isResolved(c: Pick<Case, 'status'>): boolean {
  return RESOLVED_STATES.includes(c.status)
}

/** When the whistle was blown, as precisely as known; undefined when the source does not say. */
export function whistledAt(c: Pick<Case, 'timeline'>): string | undefined {
  return c.timeline[0]?.at
}

/** When the community closed the case for good; undefined while it is open or the time is not known. */
export function closedAt(c: Pick<Case, 'timeline' | 'status'>): string | undefined {
  return c.status === 'closed' ? c.timeline.findLast((e) => e.kind === 'closure')?.at : undefined
}

/** All departments of a case, the lead first. */
export function departmentsOf(c: Pick<Case, 'lead' | 'departments'>): string[] {
  return c.lead ? [c.lead, ...c.departments] : c.departments
}

/** Category of the main duty; undefined while no duty is known. */
export function caseCategory(c: Pick<Case, 'duties'>): number | undefined {
  return c.duties[0] ? categoryOf(c.duties[0]) : undefined
}
