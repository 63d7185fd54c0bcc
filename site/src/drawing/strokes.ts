/** A drawn strip: height in em of its own letters, and its strokes. */
export type Drawing = { height: string; strokes: Stroke[] }
/** One stroke of a drawing: a line, a bar or words, with every coordinate as SVG takes it. */
export type Stroke =
  | { kind: 'line'; cls: string; x1: string; y1: string; x2: string; y2: string }
  | { kind: 'bar'; cls: string; x: string; y: string; width: string; height: string }
  | { kind: 'dot'; cls: string; x: string; y: string; r: string }
  | { kind: 'words'; cls: string; x: string; y: string; words: string }
  /** Strokes whose offsets in em are counted from a place in percent. */
  | { kind: 'at'; x: string; strokes: Stroke[] }

const round = (value: number) => String(Math.round(value * 100) / 100)
export const percent = (value: number): string => `${round(value)}%`
export const em = (value: number): string => `${round(value)}em`

export function line(cls: string, x1: string, y1: string, x2: string, y2: string): Stroke {
  return { kind: 'line', cls, x1, y1, x2, y2 }
}
export function words(cls: string, x: string, y: string, text: string): Stroke {
  return { kind: 'words', cls, x, y, words: text }
}
