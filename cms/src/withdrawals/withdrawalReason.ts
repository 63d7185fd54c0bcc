import { WITHDRAW_REASON_LABELS, WITHDRAW_REASONS } from '#domain/vocabulary'
import type { AskedReason } from '../components/ActDialog.tsx'

/** What is asked before something public is taken back. */
export const WITHDRAWAL_REASON: AskedReason = {
  choice: {
    label: '为什么撤下',
    choices: WITHDRAW_REASONS.map((each) => [each, WITHDRAW_REASON_LABELS[each]] as const),
  },
  words: '说明（会公开，不写个人信息）',
}
