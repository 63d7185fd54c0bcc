import type { Cell } from '#domain/published/twinColumns'

/** A row of a published table as a second counting reads it. */
export type Row = Record<string, Cell>
/** Adds what a row of events gives to a metric. */
export type AddRow = (metric: string, e: Row, n: number, d: number, value?: number | null) => void

export const text = (v: Cell | undefined) => (v === null || v === undefined ? '' : String(v))
/** The day of a date as precise as it is known; empty where it is not. */
export const day = (at: string) => (at.length >= 10 ? at.slice(0, 10) : '')
