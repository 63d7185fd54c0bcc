import type { GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'
import { GLOBALS, type GlobalName } from '#domain/records/snapshot'
import { assembleGlobal } from '../snapshot/assembleGlobal.ts'
import { recordAct, tellPublisher } from './outbox.ts'
import { refuse } from './refuse.ts'
import { writeContext } from './writeContext.ts'

/** A global is public as soon as it is saved, so it is held to its schema before that. */
export function checkGlobal(name: GlobalName): GlobalBeforeChangeHook {
  return ({ data }) => {
    const { problems } = assembleGlobal(name, data)
    if (problems.length > 0) refuse(`${GLOBALS[name].label}不能保存：${problems.join('；')}`)
    return data
  }
}

/**
 * Keeps who saved a global. It is also what SQLite needs to keep when: its adapter leaves the time alone where nothing
 * but rows of a list change.
 */
export const globalSavedBy: GlobalBeforeChangeHook = ({ data, req }) => ({
  ...data,
  updatedBy: req.user?.id ?? null,
})

/** After a global is saved: a row for the publisher, and the act. */
export function recordGlobal(name: GlobalName): GlobalAfterChangeHook {
  return async ({ doc, previousDoc, req }) => {
    if (writeContext(req.context).loading) return doc
    await tellPublisher(req, name, name, 'change')
    await recordAct(req, name, name, previousDoc?.updatedAt ? 'correct' : 'publish')
    return doc
  }
}
