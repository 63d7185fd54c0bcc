import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { namersOf, refuseIfNamed } from './namedByPublished.ts'
import { recordAct, tellPublisher } from './outbox.ts'

/** The words of a photo are part of the cases that show it: changing them corrects those cases. */
export const tellCasesOfPhoto: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update')
    for (const { table, key } of await namersOf(req, 'media', previousDoc.id)) {
      await tellPublisher(req, table, key, 'change')
      await recordAct(req, table, key, 'correct')
    }
  return doc
}

/** A photo that a published case shows is not deleted. */
export const refusePhotoDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await refuseIfNamed(req, 'media', id, '删除')
}
