import { z } from 'zod'
import { households, householdsOrNone } from '../bounds.ts'
import { monthOf, preciseDate } from '../dates.ts'
import { coded, field, fieldsOf } from '../field.ts'
import { caseReference, slug } from '../keys.ts'
import { naming } from '../naming.ts'
import { caseCategory, caseFields, closedAt, whistledAt } from '../records/case.ts'
import type { Row } from '../records/snapshot.ts'
import { event } from '../records/timeline.ts'
import { WHISTLE_KIND_LABELS, WHISTLE_KINDS } from '../vocabulary.ts'
import { townOf } from '../world/town.ts'
import type { World } from '../world/world.ts'
import type { DataRow } from './twinColumns.ts'

const month = z.string().regex(/^\d{4}-\d{2}$/)

/** What every row of a case and of its events can be cut by, worked out from the case. */
const cuts = {
  category: field(
    naming(z.number().int(), 'categories').optional(),
    '大类',
    '第一个权责事项的大类，1到7；清单没有公布时为空。',
  ),
  town: field(
    naming(slug, 'areas').optional(),
    '镇（处）',
    '事发地所在的镇或管理处的网址代号；只知道在区里的为空。',
  ),
  month: field(month.optional(), '吹哨年月', '吹哨的月份，例如 2022-06；不知道为空。'),
}

export const CASE_OWN_COLUMNS = fieldsOf(
  caseFields.omit({ timeline: true, photos: true, satisfaction: true }),
)
export const CASE_ADDED_COLUMNS = fieldsOf(
  z.object({
    ...cuts,
    whistledAt: field(preciseDate.optional(), '吹哨时间', '经过里第一条的时间，知道多少写多少；不知道为空。'),
    closedAt: field(preciseDate.optional(), '结案时间', '村社最后一次结案的时间；没有结案或不知道为空。'),
    asked: field(households.optional(), '问到', '回访问到的户数；没有回访为空。'),
    satisfied: field(householdsOrNone.optional(), '满意', '问到的户里满意的户数；没有回访为空。'),
    households: field(households.optional(), '共有', '受影响的户数；不知道为空。'),
  }),
)

export const EVENT_OWN_COLUMNS = fieldsOf(event)
export const EVENT_HEAD_COLUMNS = fieldsOf(
  z.object({
    case: field(caseReference, '事项编号', '这一条属于哪件事项。'),
    number: field(z.number().int(), '第几条', '在这件事项的经过里的次序，从1起。'),
  }),
)
export const EVENT_CASE_COLUMNS = fieldsOf(
  z.object({
    origin: caseFields.shape.origin,
    ...cuts,
    urgency: caseFields.shape.urgency,
    whistleKind: field(
      coded(WHISTLE_KINDS, WHISTLE_KIND_LABELS).optional(),
      '吹哨者',
      '这件事项是村社吹哨还是群众吹哨；来源没有说为空。',
    ),
  }),
)

function cutsOf(c: Row<'cases'>, world: World): DataRow {
  return {
    category: caseCategory(c) ?? null,
    town: townOf(c.area, world) ?? null,
    month: monthOf(whistledAt(c) ?? '') ?? null,
  }
}

/** The cells of a case beside its own fields. */
export function caseAdded(c: Row<'cases'>, world: World): DataRow {
  return {
    ...cutsOf(c, world),
    whistledAt: whistledAt(c) ?? null,
    closedAt: closedAt(c) ?? null,
    asked: c.satisfaction?.asked ?? null,
    satisfied: c.satisfaction?.satisfied ?? null,
    households: c.satisfaction?.households ?? null,
  }
}

/** The cells of the case in each of its events' rows. */
export function caseOfEvents(c: Row<'cases'>, world: World): DataRow {
  return {
    origin: c.origin,
    ...cutsOf(c, world),
    urgency: c.urgency ?? null,
    whistleKind: c.kind ?? null,
  }
}
