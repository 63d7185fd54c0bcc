import type { CollectionBeforeChangeHook } from 'payload'
import { refuse } from './refuse.ts'

/** An answer is dated. */
export const checkChallenge: CollectionBeforeChangeHook = ({ data }) => {
  if (data.answer && !data.answeredOn) refuse(`质疑${data.number}有答复，就要写答复日期`)
  return data
}
