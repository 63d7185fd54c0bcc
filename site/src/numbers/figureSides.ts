import type { FigureMark } from './figureMark.ts'
import type { PartFigure } from './scopeFigures.ts'

/** One half of a twin figure, as the component takes it. */
export type TwinSide = {
  label: string
  number: string
  unit: string
  mark: FigureMark
  tone?: 'open' | 'done'
}

/** A label may break between its words only. */
export const SLOWEST = '最慢的\u200b十分之一\u200b不少于'

/** A figure as one half of a twin. */
export function sideOf(f: PartFigure): TwinSide {
  return { label: f.label, number: f.number, unit: f.unit, mark: f.mark }
}

/** The slowest tenth of a time as one half of a twin; — where there are too few rows. */
export function slowestSideOf(f: PartFigure): TwinSide {
  const { number, unit, mark } = f.time?.slowest ?? f
  return { label: SLOWEST, number, unit, mark }
}

/** A figure beside its counterweight; a time is led by its slowest tenth where that is known. */
export function counterSideOf(f: PartFigure): TwinSide {
  return f.time ? { ...slowestSideOf(f), label: `${f.label}，\u200b${SLOWEST}` } : sideOf(f)
}
