import { useSyncExternalStore } from 'react'

/**
 * What parts of an open form tell each other, by the form's name. A part that reads it is drawn again when it changes.
 * @param none what stands there while nothing was told
 */
export function formStore<T>(none: T): { keep: (form: string, told: T) => void; use: (form: string) => T } {
  const kept = new Map<string, T>()
  const listeners = new Set<() => void>()
  const listen = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    keep(form, told) {
      kept.set(form, told)
      for (const listener of listeners) listener()
    },
    use: (form) =>
      useSyncExternalStore(
        listen,
        () => kept.get(form) ?? none,
        () => none,
      ),
  }
}
