import { useSyncExternalStore } from 'react'

/** A refused field: the reason, and the value that was refused. */
export type Fault = { message: string; value: unknown }
export type Faults = ReadonlyMap<string, Fault>

/** What was refused of each open form, by form. The library forgets it with the next key that is pressed anywhere. */
const kept = new Map<string, Faults>()
const listeners = new Set<() => void>()
const NONE: Faults = new Map()

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Replaces what is at fault in a form. */
export function keepFaults(form: string, faults: Faults): void {
  kept.set(form, faults)
  for (const listener of listeners) listener()
}

/** What is at fault in a form. */
export function useFaults(form: string): Faults {
  const read = () => kept.get(form) ?? NONE
  return useSyncExternalStore(listen, read, () => NONE)
}

/** The faults that stay when the values of a form change: one whose field was changed is taken to be mended. */
export function stillAtFault(faults: Faults, valueAt: (path: string) => unknown): Faults {
  const staying = [...faults].filter(([path, { value }]) => Object.is(valueAt(path), value))
  return staying.length === faults.size ? faults : new Map(staying)
}
