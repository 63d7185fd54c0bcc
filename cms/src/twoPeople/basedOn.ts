import { APIError, type FlattenedField, type PayloadRequest } from 'payload'
import { refuse } from '../hooks/refuse.ts'
import type { Asked } from '../hooks/writeContext.ts'
import { contentFields } from './contentFields.ts'
import { differencesBetween } from './differences.ts'
import { savedBy } from './newestVersion.ts'
import type { Overtaken } from './overtaken.ts'
import { isEmpty } from './sameValue.ts'

type Doc = Record<string, unknown>

/** What a write would be done over. */
export type Kept = {
  /** What people call it, for example 事项WS-2022-000001. */
  name: string
  fields: readonly FlattenedField[]
  /** The field that every body may name, because it says which record is meant. */
  key?: string
  /** Its newest state, drafts included. */
  newest: Doc
  /** The state that was saved at an instant; undefined where it is no longer there. */
  stateOf: (instant: string) => Promise<Doc | undefined>
}

/**
 * Lets nobody write over what he has not seen. A write that says on which state it was made (`basedOn`, an `updatedAt`)
 * is refused (409, with both texts) where somebody else has changed what it sends since; one that brings the whole
 * record without saying so is refused (428); one that names some fields changes those and no other.
 * @param sent what the request brings, as it would be kept
 * @returns whether the newest state was seen by who writes
 */
export async function holdBasedOn(
  req: PayloadRequest,
  { basedOn }: Asked,
  sent: Doc,
  kept: Kept,
): Promise<boolean> {
  if (basedOn === undefined) {
    if (isWhole(kept, sent))
      refuse(
        `${kept.name}没有保存：这次写了全部内容，却没有说是在哪一次保存的样子上改的。请带上 basedOn（打开时的 updatedAt），或者只写要改的几项`,
        428,
      )
    return false
  }
  const instant = Date.parse(basedOn)
  if (Number.isNaN(instant)) refuse('basedOn 要写打开时的 updatedAt，例如 2026-11-28T02:31:05.123Z：没有保存')
  if (instant === Date.parse(iso(kept.newest.updatedAt))) return true
  const before = await kept.stateOf(basedOn)
  const fields = await differencesBetween(req, kept.fields, { before, theirs: kept.newest, sent })
  if (fields.length === 0) return isWhole(kept, sent)
  throw overtaken(kept.name, {
    basedOn: iso(kept.newest.updatedAt),
    by: await savedBy(req, kept.newest),
    fields,
  })
}

const iso = (value: unknown): string => new Date(value as string | Date).toISOString()

/** Whether a body names everything that is filled in beside the key: what it was copied from may be old. */
function isWhole({ fields, key, newest }: Kept, sent: Doc): boolean {
  const filled = contentFields(fields).filter(({ name }) => name !== key && !isEmpty(newest[name]))
  return filled.length > 1 && filled.every(({ name }) => Object.hasOwn(sent, name))
}

function overtaken(name: string, data: Overtaken): APIError {
  const labels = data.fields.map(({ label }) => label).join('、')
  const error = new APIError(
    `${name}没有保存：你打开以后，别人（${data.by}）改了${labels}。两边的文字都在，请逐项选定再保存`,
    409,
    // The library hands nothing to a field of its form but a message.
    { ...data, errors: [{ path: 'basedOn', message: JSON.stringify(data) }] },
    true,
  )
  error.name = 'APIError'
  return error
}
