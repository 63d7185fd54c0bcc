import type { RequestContext } from 'payload'
import type { ChangeNote } from '../notes/givenNote.ts'
import type { Withdrawal } from '../withdrawals/givenWithdrawal.ts'

/** What the hooks of one write tell each other, and what the loader asks of them. */
export type WriteContext = {
  /** The loader writes: it has checked the records itself and brings their days with it. */
  loading?: boolean
  /** No outbox rows: one full release follows. */
  quiet?: boolean
  /** An import that is under way: rows for the publisher wait until it is through. */
  heldFor?: string
  /** Whose word a password is: made by the product, or given by whoever runs it. Without it, the usual rules hold. */
  password?: 'made' | 'from the environment'
  /** What is published is a version that somebody approved as it stands: it is not looked at by others again. */
  isApproved?: boolean
  /** The write is the act of merging: nothing else changes what a record was merged into. */
  merges?: boolean
  /** What the write that is under way was asked to do; reading never changes it. */
  asked?: Asked
  /** What is deleted has lain in the bin long enough: it goes for good. */
  clearsBin?: boolean
  /** The reference of the case that is saved was given by the newsroom, in this save. */
  givenReference?: boolean
  /** What was said so far to who writes, and of how many records each sentence. */
  said?: Map<string, number>
  /** What was public before the write of a record, by `<collection>:<id>`, until its write is over. */
  before?: Map<string, MainRow>
}

export type Asked = {
  /** To save a draft only. */
  draft: boolean
  /** To bring back a version. */
  restores: boolean
  /** Its id. */
  version?: number | string
  /** To write many records at once. */
  isOfMany?: boolean
  /** To take back what is public. */
  withdraws: boolean
  /** To put a record into the bin, or to take it out. */
  bin?: 'in' | 'out'
  /** The state on which the write was made, by its `updatedAt`; undefined where the request does not say. */
  basedOn?: string
  /** Why something public is to be taken back; null where the request does not say. */
  withdrawal?: Withdrawal | null
  /** What was said of a change of what has no drafts; records keep it in their own fields. */
  note?: ChangeNote
  /** What the request itself brought. */
  given: Readonly<Record<string, unknown>>
}

/** The main row of a record: its published state, also while a newer draft waits. */
export type MainRow = {
  id: number | string
  published: boolean
  key: string
  row: Record<string, unknown>
  /** Whether the write that is under way changes what readers see of it; undefined until that is known. */
  isChanged?: boolean
  /** The write that is under way says nothing to readers, and leaves them what was said before. */
  keepsWords?: boolean
}

/** The context of a request, with our names for what stands in it. */
export function writeContext(context: RequestContext): WriteContext {
  return context as WriteContext
}
