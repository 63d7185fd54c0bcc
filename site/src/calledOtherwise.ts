import { isMerged } from '#domain/world/partsLeft'
import type { Change } from '#domain/world/world'

const NAMES = ['name', 'shortName'] as const

/**
 * Whether a department has come, gone, or got another name of the kind that a page prints, of any kind by default; or was
 * merged, so that another one is named where it was.
 */
export function isCalledOtherwise(change: Change, ...names: (typeof NAMES)[number][]): boolean {
  if (change.table !== 'departments') return false
  if (isMerged(change)) return true
  return (names.length > 0 ? names : NAMES).some((name) => change.before?.[name] !== change.after?.[name])
}
