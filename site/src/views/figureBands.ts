import { METRIC_IDS, type MetricId } from '#domain/metrics'
import type { Scope } from '#domain/world'
import type { Context } from '../context.ts'
import { figurePath } from '../urls.ts'
import { sideOf, slowestSideOf, type TwinSide } from './figureSides.ts'
import { type PartFigure, type ProofPiece, type ScopeFigures, scopeFigures } from './scopeFigures.ts'

/** One subject: a figure and its counterweight, one sentence, the proof line. */
export type FigureBand = {
  id: string
  title: string
  left: TwinSide
  right: TwinSide
  sentence: string
  proof: ProofPiece[]
  note: string | null
}
/**
 * What one scope says: the bands, the times to arrival, and what cannot be said yet with the reason. Measured values
 * stand apart: a page prints their drawing, and a view must not grow with the number of cases.
 */
export type ScopeBands = {
  scope: Scope
  label: string
  sample: boolean
  asOf: string
  whistles: PartFigure
  rate: PartFigure
  bands: FigureBand[]
  arrival: ScopeFigures | null
  /** Measured values for the distribution strips; null where too few. */
  values: { arrival: readonly number[] | null; closure: readonly number[] | null }
  cannot: { label: string; href: string; why: string }[]
}

type Find = (id: MetricId) => PartFigure

/** Bands of every scope that has records; real rows first, never added to sample rows. */
export function scopeBands(context: Context): ScopeBands[] {
  return scopeFigures(METRIC_IDS, 'all', context).map((of) => {
    const find: Find = (id) => of.figures.find((f) => f.id === id) as PartFigure
    const arrival = find('arrival-on-time').enough || find('arrival-time').enough
    const closure = find('closure-time')
    return {
      scope: of.scope,
      label: of.label,
      sample: of.sample,
      asOf: of.asOf,
      whistles: find('whistles'),
      rate: find('resolution-rate'),
      bands: [
        solved(find),
        ...closed(find),
        ...closingTime(find),
        ...handled(find),
        ...asked(find),
        ...households(find),
        ...pressed(find),
        ...objected(find),
      ],
      // The measured values become drawings; a view must not grow with the number of cases.
      arrival: arrival
        ? { ...of, figures: [find('arrival-on-time'), { ...find('arrival-time'), values: [] }] }
        : null,
      values: {
        arrival: arrival ? find('arrival-time').values : null,
        closure: closure.enough ? closure.values : null,
      },
      cannot: of.figures
        .filter((f) => !sayable(f))
        .map((f) => ({ label: f.label, href: figurePath(f.id), why: whyNot(f) })),
    }
  })
}

const COUNTS_OF_CASES: readonly MetricId[] = ['whistles', 'open', 'resolved']
const sayable = (f: PartFigure) => f.enough && (f.rows > 0 || COUNTS_OF_CASES.includes(f.id))

function whyNot(f: PartFigure): string {
  const counts = f.rows === 0 ? f.counts.filter((p) => !p.text.startsWith('不到')) : f.counts
  return `${counts.map((p) => p.text).join('，')}。`
}

/** Proof pieces of a figure, its name before the first: two figures stand in one proof line. */
function named(f: PartFigure): ProofPiece[] {
  return f.counts.map((p, i) => (i === 0 ? { ...p, text: `${f.label}\u00a0${p.text}` } : p))
}

/** As-of day, both definitions by name, and the rows of the first: the end of a proof line of two figures. */
function endOf(left: PartFigure, right: PartFigure): ProofPiece[] {
  return left.rest.flatMap((p) =>
    p.text === '口径'
      ? [
          { ...p, text: `口径：${left.label}` },
          { text: right.label, href: figurePath(right.id) },
        ]
      : [p],
  )
}

function solved(find: Find): FigureBand {
  const [open, resolved, whistles, rate] = [
    find('open'),
    find('resolved'),
    find('whistles'),
    find('resolution-rate'),
  ]
  return {
    id: 'solved',
    title: '解决与没解决',
    left: { ...sideOf(open), tone: 'open' },
    right: sideOf(resolved),
    sentence: `吹哨${whistles.number}件${rate.enough ? `，解决率${rate.number}%` : ''}。`,
    proof: [
      { text: `${resolved.number} ＋ ${open.number} ＝ ${whistles.number}` },
      ...named(rate),
      ...endOf(open, rate),
    ],
    note: '部门说办完了叫“办结”，村社认了才叫“结案”。已办结、等村社点头的，算没解决。',
  }
}

function closed(find: Find): FigureBand[] {
  const [closure, reopened] = [find('closure-rate'), find('reopened')]
  if (!closure.enough) return []
  return [
    {
      id: 'closed',
      title: '结案与重办',
      left: sideOf(closure),
      right: sideOf(reopened),
      sentence: '结案率只数村社自己结的案；重办率数结过案又重来的。',
      proof: [...named(closure), ...named(reopened), ...endOf(closure, reopened)],
      note: null,
    },
  ]
}

function closingTime(find: Find): FigureBand[] {
  const [time, open] = [find('closure-time'), find('open')]
  if (!time.time) return []
  return [
    {
      id: 'closing-time',
      title: '多久结案',
      left: { ...sideOf(time), label: '一半在这么久之内' },
      right: slowestSideOf(time),
      sentence: `从吹哨到村社最后一次结案。还没解决的${open.number}件不在内。`,
      proof: [...time.counts, ...time.rest],
      note: null,
    },
  ]
}

function handled(find: Find): FigureBand[] {
  const [handled, open] = [find('handled-on-time'), find('open')]
  if (!handled.enough) return []
  return [
    {
      id: 'handled',
      title: '按时办完没有',
      left: sideOf(handled),
      right: { ...sideOf(open), tone: 'open' },
      sentence: '从第一条派单起，按工作日数到最后一个部门办结；延过期的，数到延到的日子。',
      proof: [...named(handled), ...named(open), ...endOf(handled, open)],
      note: null,
    },
  ]
}

function households(find: Find): FigureBand[] {
  const [households, satisfied] = [find('households-satisfied'), find('satisfaction')]
  if (!households.enough) return []
  return [
    {
      id: 'households',
      title: '按户算和按事项算',
      left: sideOf(households),
      right: sideOf(satisfied),
      sentence: '左边一户算一户；右边一件事项算一件，问到的住户超过一半满意才算，正好一半的不算。',
      proof: [...named(households), ...named(satisfied), ...endOf(households, satisfied)],
      note: null,
    },
  ]
}

function objected(find: Find): FigureBand[] {
  const [upheld, objections] = [find('objections-upheld'), find('objections')]
  if (!upheld.enough) return []
  return [
    {
      id: 'objected',
      title: '异议成立没有',
      left: sideOf(upheld),
      right: sideOf(objections),
      sentence: '成立的，是本来不该派给它；不成立的，到场的时限照样从头算。',
      proof: [...named(upheld), ...named(objections), ...endOf(upheld, objections)],
      note: null,
    },
  ]
}

function asked(find: Find): FigureBand[] {
  const [satisfied, asked] = [find('satisfaction'), find('asked')]
  if (!satisfied.enough && !asked.enough) return []
  return [
    {
      id: 'asked',
      title: '满意与问没问（按事项）',
      left: sideOf(satisfied),
      right: sideOf(asked),
      sentence: '没有回访的，不算满意，也不算不满意。',
      proof: [...named(satisfied), ...named(asked), ...endOf(satisfied, asked)],
      note: null,
    },
  ]
}

function pressed(find: Find): FigureBand[] {
  const [notices, objections] = [find('notices'), find('objections')]
  if (notices.rows === 0 && !objections.enough) return []
  return [
    {
      id: 'pressed',
      title: '督办与异议',
      left: sideOf(notices),
      right: sideOf(objections),
      sentence: '三种督办文书合计，和部门对派单提出的异议；要和按时到场一起看。',
      proof: [...notices.counts, ...named(objections), ...endOf(notices, objections)],
      note: null,
    },
  ]
}
