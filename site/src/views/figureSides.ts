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

/** A figure as one half of a twin. */
export function sideOf(f: PartFigure): TwinSide {
  return { label: f.label, number: f.number, unit: f.unit, mark: f.mark }
}

/** The slowest tenth of a time as one half of a twin; its mark says which value is the median. */
export function slowestSideOf(f: PartFigure): TwinSide {
  return {
    label: '最慢的十分之一超过',
    number: f.time?.slowestNumber ?? '—',
    unit: f.unit,
    mark: { ...f.mark, 'data-slowest': f.slowest ?? '' },
  }
}

/** A figure beside its counterweight; a time is led by its slowest tenth where that is known. */
export function counterSideOf(f: PartFigure): TwinSide {
  return f.time ? { ...slowestSideOf(f), label: `${f.label}，最慢的十分之一超过` } : sideOf(f)
}
