import { z } from 'zod'
import { fieldsOf } from '../field.ts'
import { isSame } from '../records/snapshot.ts'

/** One value in which two public states of a record differ. */
export type PublicChange = {
  /** Way to it, for example `timeline.3.text`. */
  path: string
  /** Name of its field. */
  title: string
  /** Words that people wrote; everything else means something to a count, a list or another record. */
  isWords: boolean
  from: unknown
  to: unknown
}

type Doc = Record<string, unknown>

/** What a publication writes by itself. */
const SET_BY_PUBLICATION = ['publishedOn', 'publishedTime', 'changedOn', 'changeNote']

/**
 * Every value in which two public states differ, in the order of the schema. A list of which an item came or went
 * differs as a whole.
 */
export function publicChanges(schema: z.ZodObject, before: Doc, after: Doc): PublicChange[] {
  return changesIn(schema, before, after, '').filter(
    ({ path }) => !SET_BY_PUBLICATION.includes(path.split('.')[0] as string),
  )
}

function changesIn(schema: z.ZodObject, before: Doc, after: Doc, at: string): PublicChange[] {
  return fieldsOf(schema).flatMap(({ name, title, type, values, names }) => {
    const isWords = (type === 'text' || type === 'list') && !values && !names
    return changesOf(schema.shape[name] as z.ZodType, before[name], after[name], {
      path: `${at}${name}`,
      title,
      isWords,
    })
  })
}

function changesOf(
  schema: z.ZodType,
  from: unknown,
  to: unknown,
  place: Omit<PublicChange, 'from' | 'to'>,
): PublicChange[] {
  if (isSame(from, to)) return []
  const inner = partsOf(schema)
  if (inner.list && Array.isArray(from) && Array.isArray(to) && from.length === to.length)
    return from.flatMap((item, i) =>
      changesOf(inner.list as z.ZodType, item, to[i], { ...place, path: `${place.path}.${i}` }),
    )
  if (inner.record && isDoc(from) && isDoc(to)) return changesIn(inner.record, from, to, `${place.path}.`)
  const isText = isTextOrNothing(from) && isTextOrNothing(to)
  return [{ ...place, isWords: place.isWords && isText, from, to }]
}

const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTextOrNothing = (value: unknown) => value === undefined || value === null || typeof value === 'string'

/** What a schema holds: the items of a list, the fields of a record, or neither. */
function partsOf(schema: z.ZodType): { list?: z.ZodType; record?: z.ZodObject } {
  if (schema instanceof z.ZodOptional) return partsOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodArray) return { list: schema.element as z.ZodType }
  return schema instanceof z.ZodObject ? { record: schema } : {}
}
