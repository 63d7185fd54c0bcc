import type { GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'
import { privateFields } from '#domain/privateFields'
import { markInWords } from '#domain/privateMarks'
import { GLOBALS, type GlobalName } from '#domain/snapshot'
import { issueInWords } from '../snapshot/issueInWords.ts'
import { toSiteSettings } from '../snapshot/toSiteSettings.ts'
import { toSynonyms } from '../snapshot/toSynonyms.ts'
import { recordAct, tellPublisher } from './outbox.ts'
import { refuse } from './refuse.ts'
import { writeContext } from './writeContext.ts'

const COPY = { 'site-settings': toSiteSettings, synonyms: toSynonyms }

/** A global is public as soon as it is saved, so it is held to its schema before that. */
export function checkGlobal(name: GlobalName): GlobalBeforeChangeHook {
  return ({ data }) => {
    const { schema, label } = GLOBALS[name]
    const parsed = schema.safeParse((COPY[name] as (d: object) => object)(data))
    if (!parsed.success) {
      const words = parsed.error.issues.map((i) => issueInWords(schema, i.path.join('.'), i.message))
      refuse(`${label}不能保存：${words.join('；')}`)
    }
    const [found] = privateFields(parsed.data)
    if (found)
      refuse(`${label}不能保存：${issueInWords(schema, found.field, `文字里${markInWords(found.mark)}`)}`)
    return data
  }
}

/** After a global is saved: a row for the publisher, and the act. */
export function recordGlobal(name: GlobalName): GlobalAfterChangeHook {
  return async ({ doc, previousDoc, req }) => {
    if (writeContext(req.context).loading) return doc
    await tellPublisher(req, name, name, 'change')
    await recordAct(req, name, name, previousDoc?.updatedAt ? 'correct' : 'publish')
    return doc
  }
}
