import { isResolved } from '#domain/case'
import { type Scope, scopeOf, type World } from '#domain/world'

/**
 * The last `most` resolved cases of a list, the larger reference first. It looks no further back than it must.
 * @param scope only cases of this scope; of both where left out
 */
export function lastSettled(
  references: readonly string[],
  world: World,
  most: number,
  scope?: Scope,
): string[] {
  const found: string[] = []
  for (let i = references.length - 1; i >= 0 && found.length < most; i--) {
    const c = world.need('cases', references[i] as string)
    if (isResolved(c) && (!scope || scopeOf(c) === scope)) found.push(c.reference)
  }
  return found
}
