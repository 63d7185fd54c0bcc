import { METRIC_IDS, type MetricId } from '#domain/figures/metrics'
import type { Scope } from '#domain/scope'
import type { Context } from '../context.ts'
import { sideOf, slowestSideOf, type TwinSide } from '../numbers/figureSides.ts'
import { howCounted, isHow, type ProofPiece } from '../numbers/proofPiece.ts'
import { type PartFigure, type ScopeFigures, scopeFigures } from '../numbers/scopeFigures.ts'
import { figurePath } from '../urls.ts'
import { CLOSING, HANDLING, type PairOfShares, PRESSING } from './pairsOfShares.ts'

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
        ...pairBands(CLOSING, find),
        ...closingTime(find),
        ...pairBands(HANDLING, find),
        ...pressed(find),
        ...pairBands(PRESSING, find),
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
    isHow(p)
      ? [howCounted(figurePath(left.id), left.label), { text: right.label, href: figurePath(right.id) }]
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

/** A pair of figures each, where one of those that must have enough rows has them. */
function pairBands(pairs: readonly PairOfShares[], find: Find): FigureBand[] {
  return pairs.flatMap(({ id, title, left: of, right: beside, sentence, either }) => {
    const [left, right] = [find(of), find(beside)]
    if (!left.enough && !(either && right.enough)) return []
    return [
      {
        id,
        title,
        left: left.time ? { ...sideOf(left), label: `${left.label}，一半不超过` } : sideOf(left),
        right: right.id === 'open' ? { ...sideOf(right), tone: 'open' as const } : sideOf(right),
        sentence,
        proof: [...named(left), ...named(right), ...endOf(left, right)],
        note: null,
      },
    ]
  })
}

function closingTime(find: Find): FigureBand[] {
  const [time, open] = [find('closure-time'), find('open')]
  if (!time.time) return []
  return [
    {
      id: 'closing-time',
      title: '多久结案',
      left: { ...sideOf(time), label: '一半不超过' },
      right: slowestSideOf(time),
      sentence: `从吹哨到村社最后一次结案。还没解决的${open.number}件不在内。`,
      proof: [...time.counts, ...time.rest],
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
