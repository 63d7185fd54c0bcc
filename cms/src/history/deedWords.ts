import { DEED_LABELS, type Deed, PUBLISHED_KIND_LABELS, WITHDRAW_REASON_LABELS } from '#domain/vocabulary'

type Words = Readonly<Record<string, string>>

/** Deeds that are called by what kind of a change they were. */
const CHANGES: readonly Deed[] = ['correct', 'change']
/** Deeds that say why something was taken back. */
const WITHDRAWALS: readonly Deed[] = ['unpublish', 'bin']

/**
 * What somebody did, by the one word of its kind: 更正, 补充, 勘误, 进展; a withdrawal with its reason.
 * @param kind of the change, or the reason of the withdrawal, as the history keeps it
 */
export function deedWords(deed: Deed, kind: string | null | undefined): string {
  const label = DEED_LABELS[deed]
  if (!kind) return label
  if (CHANGES.includes(deed)) return (PUBLISHED_KIND_LABELS as Words)[kind] ?? label
  const reason = WITHDRAWALS.includes(deed) ? (WITHDRAW_REASON_LABELS as Words)[kind] : undefined
  return reason ? `${label}（${reason}）` : label
}
