import type { Payload } from 'payload'
import type { ImportPlan } from '#domain/imports/importPlan'
import type { Mapping } from '#domain/imports/mapping'
import type { Workbook } from '#domain/imports/workbook'
import { refuse } from '../../hooks/refuse.ts'
import type { ChangeNote } from '../../notes/givenNote.ts'
import type { User } from '../../payload-types.ts'
import type { Id, KeptImport } from './keptImport.ts'

export type AskedImport = {
  workbook: Workbook
  mapping: Mapping
  user: User
  /** One note for all changes of what is public; not asked for where the import changes nothing public. */
  note: ChangeNote
  /** The counts that the person saw; null where nobody looked first. */
  acknowledged: ImportPlan['counts'] | null
  /** Path of the uploaded file that is kept until the import can no longer be undone. */
  keptFile: string | null
}

export type ImportEffects = {
  /** Is told what will be done, also where it then cannot be. */
  planned: (plan: ImportPlan) => void
  /** Is told as soon as the import has a row of its own: whoever only wants that need not wait for the end. */
  opened: (id: Id) => void
  /** Records done and in all. */
  progress: (done: number, of: number) => void
}

/**
 * Plans a workbook against the newsroom as it is now and writes it, in small transactions; nothing of it is public before
 * all of it is. Ends `committed`, or `waiting` where another person has to approve it.
 * @throws in words (APIError) what keeps it from being made: nothing of it is left then
 */
export async function startImport(
  _payload: Payload,
  _asked: AskedImport,
  _effects: ImportEffects,
): Promise<KeptImport> {
  refuse('现在只能试读，什么也没有写', 503)
}

/** Carries an import that waits for a second person through, in his name. @throws in words why it cannot be */
export async function approveImport(
  _payload: Payload,
  _asked: { id: Id; user: User },
  _effects: Pick<ImportEffects, 'progress'>,
): Promise<KeptImport> {
  refuse('现在还不能批准', 503)
}

/** Ends an import that is being written or waits: nothing of it is left. The one that writes it stops by itself. */
export async function cancelImport(_payload: Payload, _asked: { id: Id; user: User }): Promise<void> {
  refuse('现在还不能停下', 503)
}
