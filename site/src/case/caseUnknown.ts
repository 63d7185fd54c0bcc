import { dayOf } from '#domain/dates'
import { type EmptyField, emptyWords } from '#domain/records/emptyWords'
import type { Row } from '#domain/records/snapshot'
import type { World } from '#domain/world/world'
import { communityOf } from './communityOf.ts'
import type { LateCall } from './relayTimes.ts'

/** Something that is not known of a case: what, which of the words for it, and who could tell. */
export type Unknown = { what: string; words: string; who: string }

const COMMAND = '指挥部'
const CAME = '到场的部门'

/** What is not known of a case though it happened or was settled: whatever has not happened yet is none of it. */
export function caseUnknown(c: Row<'cases'>, calls: readonly LateCall[], world: World): Unknown[] {
  const community = communityOf(c, world)
  const whistle = c.timeline[0]
  const came = calls.filter((call) => call.arrivalIndex !== null)
  const without = (time: 'arrivedAt' | 'doneAt') => {
    const silent = came.filter((call) => !call[time])
    if (silent.length === came.length) return came.length > 1 ? `${came.length}家各自的` : ''
    return `${silent.map((call) => world.need('departments', call.department).shortName).join('、')}的`
  }
  const whistled = [
    c.kind || whistle?.body ? '' : '谁吹的哨',
    whistle?.at ? (dayOf(whistle.at) ? '' : '吹哨是哪一天') : '哪天吹的',
  ]
  const closing = [
    c.closedBy ? '' : '由谁结案',
    c.timeline.some((e) => e.kind === 'closure' && e.at) ? '' : '哪天结案',
    c.evidence.length > 0 ? '' : '结案依据',
  ]
  const limits = [c.arrivalHours ? '' : '到场时限', c.handlingDays ? '' : '办理时限']
  const missing: [field: EmptyField, isMissing: boolean, what: string, who: string][] = [
    ['whistledAt', whistled.some(Boolean), listed(whistled), community],
    ['duties', c.duties.length === 0, '对应权责清单的哪一项', COMMAND],
    ['lead', !c.lead, '哪家牵头', COMMAND],
    ['departments', !c.lead && c.departments.length === 0, '到场的是哪些部门', COMMAND],
    ['handlingDays', limits.some(Boolean), listed(limits), COMMAND],
    ['arrivedAt', came.some((call) => !call.arrivedAt), `${without('arrivedAt')}到场时间`, CAME],
    ['doneAt', came.some((call) => !call.doneAt), `${without('doneAt')}办完时间`, CAME],
    ['outcome', c.outcome === undefined, '结果怎样', community],
    ['openReason', c.openReason === undefined, '还没解决的原因', COMMAND],
    ['closedBy', closing.some(Boolean), listed(closing), community],
  ]
  return missing.flatMap(([field, isMissing, what, who]) => {
    const { reason, words } = emptyWords(field, c.origin, c.status)
    const isUnknown = isMissing && (reason === 'undisclosed' || reason === 'not-held')
    return isUnknown ? [{ what, words, who }] : []
  })
}

const listed = (parts: readonly string[]) => parts.filter(Boolean).join('，')
