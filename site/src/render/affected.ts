import type { Change } from '#domain/world/world'
import type { Context, PageKind } from '../context.ts'

/**
 * Addresses whose pages may print something else after changes, also such as no longer exist. Pure: the views of
 * these addresses are computed, and only a page whose view changed is rendered.
 */
export function affectedPaths(
  kinds: readonly PageKind[],
  changes: readonly Change[],
  context: Context,
  asOfMoved: boolean,
): string[] {
  const paths = new Set<string>()
  for (const kind of kinds) {
    for (const change of changes)
      for (const path of kind.affectedBy(change, context, changes)) paths.add(path)
    if (asOfMoved) for (const path of kind.countedToAsOf(context, changes)) paths.add(path)
  }
  return [...paths]
}
