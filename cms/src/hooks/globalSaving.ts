import type { GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'
import { INVENTED_DECISIONS } from '#domain/private/inventedFinds'
import { privateFields } from '#domain/private/privateFields'
import { GLOBALS, type GlobalName } from '#domain/records/snapshot'
import { ENOUGH_HOUSEHOLDS } from '#domain/world/publicPlace'
import { assembleGlobal } from '../snapshot/assembleGlobal.ts'
import { issueInWords } from '../snapshot/issueInWords.ts'
import { ON_THE_WAY } from '../told/savedWords.ts'
import { saySaved } from '../told/saySaved.ts'
import { tellCasesOfSmallPlaces } from './casesOfSmallPlaces.ts'
import { recordAct, tellPublisher } from './outbox.ts'
import { doubtsOf, stampDecisions, toldFind } from './privateDecisions.ts'
import { refuse } from './refuse.ts'
import { writeContext } from './writeContext.ts'

/** A global is public as soon as it is saved, so it is held before that to its schema, and to what was decided of private words. */
export function checkGlobal(name: GlobalName): GlobalBeforeChangeHook {
  return ({ data, originalDoc, req }) => {
    if (writeContext(req.context).loading) return data
    const decisions = stampDecisions(req, data, originalDoc)
    const { schema, label } = GLOBALS[name]
    const { value, problems: faults } = assembleGlobal(name, data)
    const finds = value ? privateFields(value) : []
    // The everyday words of the demonstration are invented too.
    const known = name === 'synonyms' ? [...decisions, ...INVENTED_DECISIONS] : decisions
    const doubts = doubtsOf(finds, known).map(({ field, reason }) => issueInWords(schema, field, reason))
    const problems = [...faults, ...doubts]
    if (problems.length > 0)
      refuse(`${label}不能保存：${problems.join('；')}`, 400, { private: finds.map(toldFind) })
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
    if (name === 'site-settings')
      await tellCasesOfSmallPlaces(req, { enough: previousDoc?.smallPlace ?? ENOUGH_HOUSEHOLDS })
    await recordAct(req, name, name, previousDoc?.updatedAt ? 'correct' : 'publish')
    saySaved(req, `已保存并公开，${ON_THE_WAY}。`)
    return doc
  }
}
