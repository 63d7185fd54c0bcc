import type { Payload } from 'payload'
import { fieldsOf } from '#domain/field'
import { GLOBALS, type GlobalName, type Snapshot } from '#domain/snapshot'
import type { SiteSetting, Synonym } from '../payload-types.ts'
import { toSiteSettings } from './toSiteSettings.ts'
import { toSynonyms } from './toSynonyms.ts'

/**
 * The globals as the public side gets them. Throws in words when the site settings were never saved: nothing is made up
 * in their place.
 */
export async function readGlobals(payload: Payload): Promise<Pick<Snapshot, 'settings' | 'synonyms'>> {
  const settings = toSiteSettings(
    (await payload.db.findGlobal({ slug: 'site-settings' })) as unknown as SiteSetting,
  )
  const synonyms = toSynonyms((await payload.db.findGlobal({ slug: 'synonyms' })) as unknown as Synonym)
  return {
    settings: checked('site-settings', settings) as Snapshot['settings'],
    synonyms: checked('synonyms', synonyms) as Snapshot['synonyms'],
  }
}

function checked(name: GlobalName, value: unknown): unknown {
  const { schema, label } = GLOBALS[name]
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const missing = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
  const titles = fieldsOf(schema)
    .filter((w) => missing.has(w.name))
    .map((w) => w.title)
  throw new Error(`${label}还不完整：请在编辑部填好 ${titles.join('、')}`)
}
