import type { z } from 'zod'
import { telling } from './field.ts'

/** What has a name of its own beside the key by which records tell of it. */
export const NAMED_TABLES = ['areas', 'departments', 'duties', 'sources', 'categories'] as const
export type NamedTable = (typeof NAMED_TABLES)[number]

/** The key of a record that has a name: the open tables print the name beside it. */
export function naming<T extends z.ZodType>(key: T, names: NamedTable): T {
  return telling(key, { names })
}
