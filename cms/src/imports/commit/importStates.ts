/**
 * Where an import is. While it is `open` its records are drafts that nothing public sees; from `committing` on it is
 * carried through whatever happens; `waiting` is for the second pair of eyes; once `closed` it can no longer be undone.
 */
export const IMPORT_STATES = [
  'open',
  'waiting',
  'committing',
  'committed',
  'undoing',
  'undone',
  'closed',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]
export const IMPORT_STATE_LABELS: Record<ImportState, string> = {
  open: '正在写',
  waiting: '等另一位发布人批准',
  committing: '正在公开',
  committed: '做完了',
  undoing: '正在撤销',
  undone: '撤销了',
  closed: '做完了，撤销期已过',
}

/** States in which somebody works on the records of an import. */
export const UNDER_WAY: readonly ImportState[] = ['open', 'committing', 'undoing']
/** States in which part of its records stand otherwise than readers may see them. */
export const HALF_MADE: readonly ImportState[] = ['committing', 'undoing']
/** States in which nobody else may save its records. */
export const LOCKING: readonly ImportState[] = [...UNDER_WAY, 'waiting']
