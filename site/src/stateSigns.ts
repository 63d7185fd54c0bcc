import type { CaseState } from '#domain/vocabulary'

/** Sign and colour of every state; its word always stands beside them, so that grey print loses nothing. */
export const STATE_SIGNS: Record<CaseState, { sign: string; tone: '' | 'open' | 'done' }> = {
  waiting: { sign: 'g-open', tone: 'open' },
  handling: { sign: 'g-half', tone: 'open' },
  planned: { sign: 'g-half', tone: 'open' },
  done: { sign: 'g-most', tone: '' },
  reopened: { sign: 'g-back', tone: 'open' },
  closed: { sign: 'g-full', tone: 'done' },
  'reported-resolved': { sign: 'g-full', tone: '' },
}
