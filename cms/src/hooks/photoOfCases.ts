import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
} from 'payload'
import { TABLES } from '#domain/records/snapshot'
import { may } from '../access/rights.ts'
import { noteOnCase } from '../notes/noteElsewhere.ts'
import { ON_THE_WAY } from '../told/savedWords.ts'
import { saySaved } from '../told/saySaved.ts'
import { namersOf, refuseIfNamed } from './namedByPublished.ts'
import { recordAct, tellPublisher } from './outbox.ts'
import { refuse } from './refuse.ts'

/** The words of a photo are part of the cases that show it: changing them corrects those cases. */
export const tellCasesOfPhoto: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update' && isRenamed(previousDoc, doc))
    for (const { table, key } of await namersOf(req, 'media', previousDoc.id)) {
      await noteOnCase(req, key)
      await tellPublisher(req, table, key, 'change')
      await recordAct(req, table, key, 'correct')
      saySaved(req, `已公开，用到它的${TABLES[table].label}${ON_THE_WAY}。`)
    }
  return doc
}

/** The words of a photo that readers see are changed by those who publish: it has no draft. */
export const holdShownPhoto: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !req.user || may(req, 'media', 'publish')) return data
  const namers = await namersOf(req, 'media', originalDoc.id)
  if (namers.length > 0) refuse('这张照片已经公开：改它的文字就是更正，请发布人来改', 403)
  return data
}

type Words = { alt?: unknown; stage?: unknown; takenOn?: unknown }

const isRenamed = (before: Words, after: Words) =>
  before.alt !== after.alt || before.stage !== after.stage || (before.takenOn ?? '') !== (after.takenOn ?? '')

/** A photo that a published case shows is not deleted. */
export const refusePhotoDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await refuseIfNamed(req, 'media', id, '删除')
}
