import type { MetricId } from '#domain/figures/metrics'

/** Two figures that stand beside each other under one title, with what a reader must know. */
export type PairOfShares = {
  id: string
  title: string
  left: MetricId
  right: MetricId
  sentence: string
  /** It also stands where only the right one has enough rows. */
  either?: true
}

/** What became of what was closed. */
export const CLOSING: readonly PairOfShares[] = [
  {
    id: 'closed',
    title: '结案与重办',
    left: 'closure-rate',
    right: 'reopened',
    sentence: '结案率只数村社自己结的案；重办率数结过案又重来的。',
  },
  {
    id: 'returned',
    title: '结案站住了没有',
    left: 'reopened-30-days',
    right: 'reopened',
    sentence: '左边只看满了三十天的结案，一轮算一次；右边一件事项算一件，过多久都算。',
  },
]

/** How it was handled, and what those who were asked said. */
export const HANDLING: readonly PairOfShares[] = [
  {
    id: 'cadres',
    title: '群众吹哨，干部来没来',
    left: 'cadre-arrival',
    right: 'arrival-on-time',
    sentence: '左边只看群众吹哨，有干部报到就算；右边是部门到场。两样互不相算。',
  },
  {
    id: 'handled',
    title: '按时办完没有',
    left: 'handled-on-time',
    right: 'open',
    sentence: '从第一条派单起，按工作日数到最后一个部门办结；延过期的，数到延到的日子。',
  },
  {
    id: 'asked',
    title: '满意度与回访（按事项）',
    left: 'satisfaction',
    right: 'asked',
    sentence: '没有回访的，不算满意，也不算不满意。',
    either: true,
  },
  {
    id: 'households',
    title: '按户算和按事项算',
    left: 'households-satisfied',
    right: 'satisfaction',
    sentence: '左边一户算一户；右边一件事项算一件，问到的住户超过一半满意才算，正好一半的不算。',
  },
]

/** How departments were pressed, and how they objected. */
export const PRESSING: readonly PairOfShares[] = [
  {
    id: 'noticed',
    title: '督办以后\u200b几天到场',
    left: 'notice-to-arrival',
    right: 'arrival-on-time',
    sentence: '只数发出时部门还没到过场的文书；后来一直没到场的没有天数，件数写在下面。',
  },
  {
    id: 'objected',
    title: '异议成立没有',
    left: 'objections-upheld',
    right: 'objections',
    sentence: '成立的，是本来不该派给它；不成立的，到场的时限照样从头算。',
  },
]
