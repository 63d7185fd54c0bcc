import type { PayloadRequest } from 'payload'
import { normalise } from '#domain/normalise'
import { likelyDuties } from '#domain/search/duties/findDuties'
import type { BookDuty, DutyBook } from '#domain/search/dutyBook'
import type { Origin } from '#domain/vocabulary'
import { idOf, type Relation } from '../relations.ts'
import { readGlobals } from '../snapshot/readGlobals.ts'

/** A duty that a case can name. */
export type DutyChoice = { id: number | string; code: string; title: string; lead: string; origin: Origin }

type Duty = Omit<DutyChoice, 'lead'> & {
  category?: number | null
  lead?: Relation
  wordings?: string | null
  covers?: string | null
}

/** The book that was made last, and what of: it is indexed anew only when the list or a word has changed. */
let last: { told: string; book: DutyBook } | undefined

/**
 * The duties that somebody may choose: by their codes while nothing is typed, otherwise those that the finder of the site
 * takes the words for, best first, and those whose title holds them; as much as this person may read.
 */
export async function dutyChoices(req: PayloadRequest, words: string): Promise<DutyChoice[]> {
  const duties = await readDuties(req)
  if (words.trim() === '') return duties.map(({ choice }) => choice)
  const book = await bookOf(
    req,
    duties.map(({ entry }) => entry),
  )
  const found = likelyDuties(book, words).map(({ code }) => code)
  const typed = normalise(words)
  const titled = duties
    .filter(({ entry }) => normalise(entry.title).includes(typed))
    .map(({ entry }) => entry.code)
  const byCode = new Map(duties.map(({ choice }) => [choice.code, choice]))
  return [...new Set([...found, ...titled])].flatMap((code) => byCode.get(code) ?? [])
}

async function readDuties(req: PayloadRequest): Promise<{ choice: DutyChoice; entry: BookDuty }[]> {
  const all = { draft: true, depth: 0, limit: 0, pagination: false, overrideAccess: false, req } as const
  const duties = await req.payload.find({ collection: 'duties', sort: 'code', ...all })
  const departments = await req.payload.find({ collection: 'departments', select: { name: true }, ...all })
  const names = new Map(departments.docs.map(({ id, name }) => [String(id), String(name)]))
  return (duties.docs as unknown as Duty[]).flatMap((duty) => {
    const { id, code, title, origin, category, wordings, covers } = duty
    if (!code || !title) return []
    const lead = names.get(String(idOf(duty.lead))) ?? ''
    const entry: BookDuty = {
      code,
      title,
      category: category ?? 0,
      scope: origin === 'sample' ? 'sample' : 'real',
      path: '',
      wordings: (wordings ?? '').split('\n').filter((line) => line !== ''),
      ...(covers ? { covers } : {}),
      lead: { name: lead, path: '' },
      responsible: [],
      examples: [],
    }
    return [{ choice: { id, code, title, lead, origin }, entry }]
  })
}

async function bookOf(req: PayloadRequest, duties: BookDuty[]): Promise<DutyBook> {
  const { synonyms } = await readGlobals(req.payload)
  const book: DutyBook = { duties, names: [], categories: [], synonyms: synonyms?.groups ?? [], ask: {} }
  const told = JSON.stringify(book)
  if (last?.told !== told) last = { told, book }
  return last.book
}
