import type { PageKind } from './context.ts'

/** Every kind of page, the more particular pattern first. */
export const KINDS: readonly PageKind<never>[] = []
