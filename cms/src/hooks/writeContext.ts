import type { RequestContext } from 'payload'

/** What the hooks of one write tell each other, and what the loader asks of them. */
export type WriteContext = {
  /** The loader writes: it has checked the records itself and brings their days with it. */
  loading?: boolean
  /** No outbox rows: one full release follows. */
  quiet?: boolean
  /** Whether the operation was asked to save a draft only. */
  draftArgument?: boolean
  /** Fields that the request itself brought. */
  given?: string[]
  /** What was public before the write, by `<collection>:<id>`. */
  before?: Map<string, PublishedBefore>
}

export type PublishedBefore = {
  published: boolean
  key: string | undefined
  /** The main row: the published state, also while a newer draft waits. */
  row: Record<string, unknown>
}

/** The context of a request, with our names for what stands in it. */
export function writeContext(context: RequestContext): WriteContext {
  return context as WriteContext
}
