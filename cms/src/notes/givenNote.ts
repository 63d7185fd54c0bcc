import { cleanText, isBlank } from '#domain/cleanText'
import { CHANGE_KIND_LABELS, CHANGE_KINDS, type ChangeKind } from '#domain/vocabulary'
import { refuseFields } from '../hooks/refuse.ts'

/** What a person says of a change: its words and their kind, each null where they are not given. */
export type ChangeNote = { words: string | null; kind: ChangeKind | null }

/** The kind that somebody names, by its code or by the word that people use. Throws in words for another one. */
export function changeKindOf(value: unknown): ChangeKind | null {
  if (value === undefined || value === null || value === '') return null
  const kind = CHANGE_KINDS.find((each) => each === value || CHANGE_KIND_LABELS[each] === value)
  const all = CHANGE_KINDS.map((each) => CHANGE_KIND_LABELS[each]).join('、')
  const message = `只能是${all}`
  return kind ?? refuseFields(`变更种类${message}：没有保存`, [{ path: 'changeKind', message }])
}

/** The words and the kind as they come with a request, cleaned. */
export function givenNote(data: Record<string, unknown>): ChangeNote {
  const { changeNote, changeKind } = data
  const words = typeof changeNote === 'string' && !isBlank(changeNote) ? cleanText(changeNote) : null
  return { words, kind: changeKindOf(changeKind) }
}
