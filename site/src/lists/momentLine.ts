import { objectionOutcome } from '#domain/figures/objections'
import type { PickedId } from '#domain/figures/pickedLists'
import { type Empty, NOT_APPLICABLE, NOT_HELD } from '#domain/records/emptyWords'
import type { Row } from '#domain/records/snapshot'
import { scopeOf } from '#domain/scope'
import type { Context } from '../context.ts'
import { dateWords, minutesWords } from '../format.ts'
import { recordPath } from '../urls.ts'

/** One moment of a case as a row of a list: who, in which case, when, until when, and what came of it. */
export type MomentLine = {
  who: string | Empty
  whoHref: string | null
  reference: string
  title: string
  href: string
  first: string | Empty
  second: string | Empty
  /** Said last of the row, in red where it is a fault. */
  last: string
  isFault: boolean
  sample: boolean
}
/** Lists whose rows are moments. */
export type MomentListId = Exclude<PickedId, 'reopened' | 'slowest'>

/** Heads of the columns: who, case, two times and the result. */
export const MOMENT_HEADS: Record<MomentListId, readonly string[]> = {
  late: ['部门', '事项', '从什么时候算', '到场', '迟了多久'],
  objections: ['部门', '事项', '提出异议', '结果记在', '结果'],
  extensions: ['谁延的', '事项', '延期', '延到', '理由'],
}

type Told = Pick<MomentLine, 'first' | 'second' | 'last' | 'isFault'>
type TellOf = (c: Row<'cases'>, at: number, context: Context) => Told

const TELL: Record<MomentListId, TellOf> = {
  late: lateness,
  objections: (c, at) => {
    const { upheld, isRecorded } = objectionOutcome(c.timeline, at)
    return {
      first: timeOf(c.timeline[at]?.at),
      second: upheld === null ? NOT_APPLICABLE : isRecorded ? '这一条里' : '后来的派单或到场',
      last: upheld === null ? '还没有结果' : upheld ? '成立' : '不成立',
      isFault: false,
    }
  },
  extensions: (c, at) => {
    const e = c.timeline[at]
    return {
      first: timeOf(e?.at),
      second: timeOf(e?.until),
      last: e?.text ?? '没有写理由',
      isFault: !e?.text,
    }
  },
}

function timeOf(at: string | undefined): string | Empty {
  return at ? dateWords(at) : NOT_HELD
}

/** A late call: how far past its limit the department came; nothing of one that has not come grows with the days. */
function lateness(c: Row<'cases'>, at: number, { statistics }: Context): Told {
  const call = statistics.factsOf(c).calls.find((one) => one.dispatchIndex === at)
  const first = timeOf(call?.calledAt)
  const limit = c.arrivalHours ?? 0
  if (!call || call.minutes === null)
    return {
      first,
      second: { reason: 'not-yet', words: '没有来' },
      last: `过了${limit}小时的时限，没有来`,
      isFault: true,
    }
  return {
    first,
    second: timeOf(call.arrivedAt),
    last: `迟${minutesWords(call.minutes - limit * 60)}`,
    isFault: true,
  }
}

/** The rows that a case has on a list. */
export function momentLines(
  id: MomentListId,
  c: Row<'cases'>,
  places: readonly number[],
  context: Context,
): MomentLine[] {
  return places.map((at) => {
    const { department, body } = c.timeline[at] as Row<'cases'>['timeline'][number]
    return {
      who: department ? context.world.need('departments', department).name : (body ?? NOT_HELD),
      whoHref: department ? recordPath('departments', department) : null,
      reference: c.reference,
      title: c.title,
      href: recordPath('cases', c.reference),
      ...TELL[id](c, at, context),
      sample: scopeOf(c) === 'sample',
    }
  })
}
