import type { Delay } from './walk.ts'

/** Why a case of the last weeks was not yet solved when the year ended, by where it then stood. */
const REASONS = {
  waiting: [
    '年底才吹的哨，派单已经发出，还在到场时限之内。',
    '派单发出不久，部门还没有到现场，到场时限还没有到。',
  ],
  awaited: ['到场时限已过，部门还没有到，村社在催。', '过了到场时限仍没有人到，指挥部在催。'],
  missed: ['有的部门到了，还有部门过了时限没有到，村社在催。'],
  handling: [
    '年底前到过现场，活还没有做完，办理时限还没有到。',
    '正在办，剩下的活排在元旦以后。',
    '部门在办，年底这几天没有做完。',
    '吹哨不久，办理还在时限之内。',
    '现场看过，定了怎么办，还没有办完。',
    '办法已经有了，人和材料排到一月上旬。',
  ],
  overdue: ['过了办理时限还没有办完，指挥部已经过问。', '办理时限已过，剩下的活还没有做完，村社在盯。'],
  done: [
    '部门报了办结，村社还没有去看过，不算结案。',
    '活做完了，等村社到现场看过再签字结案。',
    '已经报办结，村社要再看几天才结案。',
  ],
} as const

/**
 * Sentences that are true of a case in a state at the year's end.
 * @param isOverdue whether its handling limit was over by then
 */
export function reasonsAtTheEnd(
  status: 'waiting' | 'handling' | 'done',
  delays: readonly Delay[],
  isOverdue: boolean,
): readonly string[] {
  const isAwaited = delays.some((d) => d.cause === 'arrival' && d.endedAt === null)
  if (status === 'done') return REASONS.done
  if (status === 'waiting') return isAwaited ? REASONS.awaited : REASONS.waiting
  if (isAwaited) return REASONS.missed
  return isOverdue ? REASONS.overdue : REASONS.handling
}
