import { certainFields } from '#domain/private/privateFields'
import { spanInWords } from '#domain/private/privateMarks'
import { GLOBALS, type GlobalName, type Snapshot } from '#domain/records/snapshot'
import { issueInWords } from './issueInWords.ts'
import { messageOf } from './missingValues.ts'
import { toSiteSettings } from './toSiteSettings.ts'
import { toSynonyms } from './toSynonyms.ts'

const COPY = { 'site-settings': toSiteSettings, synonyms: toSynonyms }

/** The public value of each global. */
export type GlobalValue<G extends GlobalName> = G extends 'synonyms'
  ? Snapshot['synonyms']
  : Snapshot['settings']

/**
 * A global of the CMS as the public side gets it, or why it cannot be that, in sentences. The same function decides
 * when it is saved and at every release.
 */
export function assembleGlobal<G extends GlobalName>(
  name: G,
  doc: object,
): { value: GlobalValue<G> | null; problems: string[] } {
  const { schema } = GLOBALS[name]
  const candidate = (COPY[name] as (d: object) => object)(doc)
  const parsed = schema.safeParse(candidate)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((i) =>
      issueInWords(schema, i.path.join('.'), messageOf(i, candidate)),
    )
    return { value: null, problems: [...new Set(problems)] }
  }
  const problems = certainFields(parsed.data).map(({ field, text, span }) =>
    issueInWords(schema, field, `文字里${spanInWords(text, span)}`),
  )
  return { value: problems.length > 0 ? null : (parsed.data as GlobalValue<G>), problems }
}
