import type { FindInForm } from '../endpoints/privateFinds.ts'
import { formStore } from './formStore.ts'

/** A private find that waits for a decision: where it stands, in words, and the whole text around it. */
export type OpenFind = { find: FindInForm; label: string; text: string }

/** What each open form holds of private words: found by one part of it, shown by others too. */
export const { keep: keepFinds, use: useOpenFinds } = formStore<readonly OpenFind[]>([])
