import { normalise } from '../../normalise.ts'
import type { SearchDocument } from '../document.ts'
import { PART_BORDER } from './positions.ts'

/** The parts of a record in normal form. */
export type OwnText = {
  /** Title, number and other names. */
  title: string
  /** Its own published text. */
  body: string
  /** All of it: what stands here is what the record holds. */
  whole: string
  /** Wordings that may lead to it. */
  near: string
}

/** @param inForm `normalise`, or the same with a memory where many records share texts */
export function ownText(document: SearchDocument, inForm: (text: string) => string = normalise): OwnText {
  const joined = (texts: readonly string[]) => texts.map(inForm).filter(Boolean).join(PART_BORDER)
  const title = joined([document.title, ...document.names])
  const body = joined(document.texts)
  return { title, body, whole: `${title}${PART_BORDER}${body}`, near: joined(document.near) }
}
