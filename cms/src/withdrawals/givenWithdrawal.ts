import { z } from 'zod'
import { certainFields } from '#domain/private/privateFields'
import { spanInWords } from '#domain/private/privateMarks'
import { proseText } from '#domain/text'
import { WITHDRAW_REASON_LABELS, WITHDRAW_REASONS, type WithdrawReason } from '#domain/vocabulary'
import { refuse, refuseFields } from '../hooks/refuse.ts'

/** Why something public is taken back: one of a short list, and words of one's own. */
export type Withdrawal = { reason: WithdrawReason; words: string }

const given = z.object({ withdrawReason: z.unknown(), withdrawNote: z.unknown() })

/**
 * Reads the reason of a withdrawal from what a request brings: `withdrawReason` is a code of the list, its word, or
 * words of one's own, which may follow the word after a colon; `withdrawNote` adds words. Null where none is given.
 * Throws in words what could not be public.
 */
export function givenWithdrawal(data: Record<string, unknown>): Withdrawal | null {
  const { withdrawReason, withdrawNote } = given.parse(data)
  const said = textOf(withdrawReason)
  const note = textOf(withdrawNote)
  if (said === '' && note === '') return null
  const reason = WITHDRAW_REASONS.find(
    (each) => said === each || new RegExp(`^${WITHDRAW_REASON_LABELS[each]}(?:[：:]|$)`).test(said),
  )
  const rest = reason
    ? said.replace(reason, '').replace(new RegExp(`^${WITHDRAW_REASON_LABELS[reason]}[：:]?`), '')
    : said
  const words = [rest.trim(), note].filter((part) => part !== '').join('；')
  if (reason === undefined && words === '') return null
  if (reason === 'other' && words === '') refuse('撤下的理由选了“其他”，要写几个字说明：没有撤下')
  return { reason: reason ?? 'other', words: words === '' ? '' : checked(words) }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** The reason stands in public for good, so it is held to what any public text is held to. */
function checked(words: string): string {
  const parsed = proseText.safeParse(words)
  if (!parsed.success) refuse(`撤下的理由：${parsed.error.issues[0]?.message}`)
  const [found] = certainFields({ words: parsed.data })
  if (found) refuse(`撤下的理由里${spanInWords(found.text, found.span)}：理由会一直公开，请改写`)
  return parsed.data
}

/** Refuses a withdrawal that says no reason. */
export function neededWithdrawal(name: string, withdrawal: Withdrawal | null | undefined): Withdrawal {
  const all = WITHDRAW_REASONS.map((each) => WITHDRAW_REASON_LABELS[each]).join('、')
  const message = `要写撤下的理由：从${all}里选一个，再写几个字说明`
  return (
    withdrawal ??
    refuseFields(`${name}没有撤下：${message}。理由记在历史里，以后也会公开`, [
      { path: 'withdrawReason', message },
    ])
  )
}
