import type { PayloadRequest } from 'payload'
import { findId, givenDecision, type PrivateDecision, undecided } from '#domain/private/decisions'
import type { PrivateField } from '#domain/private/privateFields'
import { spanInWords } from '#domain/private/privateMarks'
import { refuse } from './refuse.ts'
import { writeContext } from './writeContext.ts'

type Doc = Record<string, unknown>

/** More decisions than a record can need. */
const MOST = 500

/**
 * Keeps the decisions about private words with what is being saved: those that were there stay as they are, new ones
 * get the person and the instant. Nobody takes another's away, and nobody signs for another.
 * @param stood what is kept of the record so far
 */
export function stampDecisions(req: PayloadRequest, data: Doc, stood: Doc | undefined): PrivateDecision[] {
  const kept = (stood?.privateDecisions ?? []) as PrivateDecision[]
  const { asked } = writeContext(req.context)
  const given = asked?.restores ? kept : (data.privateDecisions ?? [])
  if (!Array.isArray(given) || given.length > MOST) refuse(`隐私决定要写成列表，至多${MOST}条`)
  const known = new Set(kept.map(({ find, decision }) => `${find} ${decision}`))
  const added: PrivateDecision[] = []
  for (const each of given) {
    const parsed = givenDecision.safeParse(each)
    if (!parsed.success) refuse(`隐私决定不能保存：${parsed.error.issues[0]?.message}`)
    const { kind, text = '', decision, reason } = parsed.data
    const find = parsed.data.find ?? findId(kind, text)
    if (known.has(`${find} ${decision}`)) continue
    known.add(`${find} ${decision}`)
    const by = req.user ? String(req.user.id) : 'script'
    added.push({ find, kind, decision, ...(reason ? { reason } : {}), by, at: new Date().toISOString() })
  }
  const all = [...kept, ...added].slice(-MOST)
  data.privateDecisions = all.length > 0 ? all : null
  return all
}

/** What a refusal carries beside its sentences, for forms and scripts. */
export type ToldFind = {
  field: string
  kind: string
  strength: string
  start: number
  end: number
  masked: string
  find: string
}

/** A find as it is told to who writes the record. */
export function toldFind({ field, span }: PrivateField): ToldFind {
  const { kind, strength, start, end, masked, text } = span
  return { field, kind, strength, start, end, masked, find: findId(kind, text) }
}

/** What somebody has yet to decide: field and reason, as of any other problem of a record. */
export function doubtsOf(
  finds: readonly PrivateField[],
  decisions: readonly PrivateDecision[],
): { field: string; reason: string }[] {
  return undecided(finds, decisions).map(({ field, text, span }) => ({
    field,
    reason: `文字里${spanInWords(text, span)}`,
  }))
}
