import { ROLES, type Role } from '#domain/vocabulary'
import { type Operation, type Place, reachOf } from '../access/matrix.ts'
import type { PictureName } from './pictureNames.ts'

/**
 * Something that people of the newsroom do, in a few steps. What a step names in braces is called as the newsroom calls
 * it: `{cases.title}` a field, `{cases}` a list, `{step:submit}` a word of a closed list, `{:version:saveDraft}` a word of
 * the library, `{!撤下}` a word of a screen of ours.
 */
export type HandbookTask = {
  id: string
  title: string
  /** Who does it: those to whom the matrix gives this right, or everybody. */
  who: 'everybody' | readonly [place: Place, operation: Operation]
  /** The screen on which it is done. The fields that the steps name stand on it, in this order. */
  picture?: PictureName
  steps: readonly string[]
}

/** Whether people of a role do it. */
export function isFor({ who }: HandbookTask, role: Role): boolean {
  return who === 'everybody' || reachOf(role, ...who) !== 'none'
}

export const isRole = (name: unknown): name is Role => ROLES.some((role) => role === name)
