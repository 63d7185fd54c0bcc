import type { Payload } from 'payload'
import { createLocalReq } from 'payload'
import { shanghaiDay } from '#domain/dates'
import { GLOBALS, type Snapshot } from '#domain/records/snapshot'
import { recordAct } from '../hooks/outbox.ts'

/**
 * Fills the globals on a database that has none yet; what an editor has saved stays. `day` is the day of the act
 * (shipped content brings its own; today where it has none). Returns the names of those filled.
 */
export async function loadGlobals(
  payload: Payload,
  globals: { settings?: Snapshot['settings']; synonyms?: Snapshot['synonyms'] },
  day: string = shanghaiDay(Date.now()),
): Promise<string[]> {
  const filled: string[] = []
  const given = { 'site-settings': globals.settings, synonyms: globals.synonyms } as const
  for (const [slug, value] of Object.entries(given) as [keyof typeof given, object | undefined][]) {
    if (!value) continue
    const now = (await payload.db.findGlobal({ slug })) as { updatedAt?: string } | undefined
    if (now?.updatedAt) continue
    GLOBALS[slug].schema.parse(value)
    const data = slug === 'synonyms' ? withLines(value as Snapshot['synonyms']) : value
    const req = await createLocalReq({ context: { loading: true, quiet: true } }, payload)
    await payload.updateGlobal({ slug, data: data as never, req })
    await recordAct(req, slug, slug, 'publish', Date.parse(`${day}T12:00:00+08:00`))
    filled.push(slug)
  }
  return filled
}

function withLines(synonyms: Snapshot['synonyms']): object {
  return { groups: synonyms.groups.map((g) => ({ term: g.term, words: g.words.join('\n') })) }
}
