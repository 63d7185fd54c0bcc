import type { Change } from '#domain/world/world'

const NAMES = ['name', 'shortName'] as const

/** Whether a department has come, gone, or got another name of the kind that a page prints; of any kind by default. */
export function isCalledOtherwise(change: Change, ...names: (typeof NAMES)[number][]): boolean {
  if (change.table !== 'departments') return false
  return (names.length > 0 ? names : NAMES).some((name) => change.before?.[name] !== change.after?.[name])
}
