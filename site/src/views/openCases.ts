import { isResolved, whistledAt } from '#domain/case'
import type { World } from '#domain/world'

/**
 * References of the unresolved cases of a list, the longest waiting first; those whose whistle has no known time
 * come last, in order of their references.
 */
export function openCases(references: readonly string[], world: World, sample: boolean): string[] {
  return references
    .map((reference) => world.need('cases', reference))
    .filter((c) => !isResolved(c) && (c.origin === 'sample') === sample)
    .sort((a, b) => {
      const [x, y] = [whistledAt(a) ?? '9999', whistledAt(b) ?? '9999']
      return x < y ? -1 : x > y ? 1 : a.reference < b.reference ? -1 : 1
    })
    .map((c) => c.reference)
}
