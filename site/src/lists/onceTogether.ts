import type { Change } from '#domain/world/world'
import type { Context } from '../context.ts'

/**
 * What is worked out of all changes that came together is worked out once for all of them, and anew when the world is
 * another one: it is asked for each of them.
 */
export function onceTogether<Found>(
  work: (together: readonly Change[], context: Context) => Found,
): (together: readonly Change[], context: Context) => Found {
  const known = new WeakMap<readonly Change[], { context: Context; revision: number; found: Found }>()
  return (together, context) => {
    const { revision } = context.world
    const last = known.get(together)
    if (last?.context === context && last.revision === revision) return last.found
    const found = work(together, context)
    known.set(together, { context, revision, found })
    return found
  }
}
