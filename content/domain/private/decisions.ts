import { createHash } from 'node:crypto'
import { z } from 'zod'
import { oneSpelling } from './oneSpelling.ts'
import type { PrivateField } from './privateFields.ts'

/** What a person can decide about private words of which there is doubt. */
const DECISIONS = ['kept', 'masked'] as const

const reason = z.string().trim().min(2, '保留的理由至少写两个字').max(300, '理由至多300个字')

/** A decision as it is kept with a record: the words themselves are not in it. */
export const privateDecision = z.object({
  /** The find that it is about: see `findId`. */
  find: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.string(),
  decision: z.enum(DECISIONS),
  reason: reason.optional(),
  /** Id of the person. */
  by: z.string(),
  /** Instant in UTC. */
  at: z.iso.datetime(),
})
export type PrivateDecision = z.infer<typeof privateDecision>

/** A decision as somebody sends it: about a find by its id, or by kind and words. */
export const givenDecision = z
  .object({
    find: privateDecision.shape.find.optional(),
    kind: z.string(),
    text: z.string().max(300).optional(),
    decision: z.enum(DECISIONS).default('kept'),
    reason: reason.optional(),
  })
  .refine((d) => d.find !== undefined || d.text !== undefined, '要写明是哪一处：它的标记，或种类和那几个字')
  .refine((d) => d.decision === 'masked' || d.reason !== undefined, '保留要写理由')

/** The id of private words: the same words of the same kind are one find, wherever they stand and however they are spelled. */
export function findId(kind: string, text: string): string {
  return createHash('sha256')
    .update(`${kind}\n${oneSpelling(text).trim()}`)
    .digest('hex')
}

/** The doubtful finds for which no decision says that they are kept. */
export function undecided(
  finds: readonly PrivateField[],
  decisions: readonly PrivateDecision[],
): PrivateField[] {
  const kept = new Set(decisions.filter((d) => d.decision === 'kept').map((d) => d.find))
  return finds.filter(({ span }) => span.strength === 'doubtful' && !kept.has(findId(span.kind, span.text)))
}
