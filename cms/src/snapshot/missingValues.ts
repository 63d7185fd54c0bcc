import type { z } from 'zod'

/**
 * The message of an issue, or 没有填 for a choice that is missing: the schema library only lists what could stand there.
 * @param read what was read and found wrong
 */
export function messageOf(issue: z.core.$ZodIssue, read: unknown): string {
  if (issue.code !== 'invalid_value' || /[\u4e00-\u9fff]/.test(issue.message)) return issue.message
  let at = read
  for (const step of issue.path)
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined
  return at === undefined || at === null || at === '' ? '没有填' : issue.message
}
