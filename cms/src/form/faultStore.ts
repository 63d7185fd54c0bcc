import { formStore } from './formStore.ts'

/** A refused field: the reason, and the value that was refused. */
export type Fault = { message: string; value: unknown }
export type Faults = ReadonlyMap<string, Fault>

/**
 * What was refused of each open form. The library forgets it with the next key that is pressed anywhere.
 * `keepFaults` replaces it.
 */
export const { keep: keepFaults, use: useFaults } = formStore<Faults>(new Map())

/** The faults that stay when the values of a form change: one whose field was changed is taken to be mended. */
export function stillAtFault(faults: Faults, valueAt: (path: string) => unknown): Faults {
  const staying = [...faults].filter(([path, { value }]) => Object.is(valueAt(path), value))
  return staying.length === faults.size ? faults : new Map(staying)
}
