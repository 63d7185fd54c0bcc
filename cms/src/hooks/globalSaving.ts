import type { GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'
import { fieldsOf } from '#domain/field'
import { findPrivate } from '#domain/privateMarks'
import { GLOBALS, type GlobalName } from '#domain/snapshot'
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
      const issue = parsed.error.issues[0]
      const title = fieldsOf(schema).find((w) => w.name === issue?.path[0])?.title ?? ''
      const reason = /[\u4e00-\u9fff]/.test(issue?.message ?? '') ? issue?.message : '没有填或不符合要求'
      refuse(`${label}不能保存：${title}${reason}`)
    }
    const found = findPrivate(JSON.stringify(parsed.data).normalize('NFKC'))
    if (found) refuse(`${label}不能保存：文字里有${found.kind}（${found.text.slice(0, 3)}…）`)
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
