import type { CollectionBeforeOperationHook } from 'payload'
import { writeContext } from './writeContext.ts'

/** Keeps the operation's `draft` argument for the hooks that follow: they are not told it. */
export const rememberDraftArgument: CollectionBeforeOperationHook = ({ args, req }) => {
  const given = args as { draft?: boolean; data?: object }
  const context = writeContext(req.context)
  context.draftArgument = given.draft === true
  context.given = given.data ? Object.keys(given.data) : undefined
  return args
}
