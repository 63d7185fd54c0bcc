import type { Element, Tree } from '../../../site/src/search/tree.ts'

/** Every element of a tag in a tree, in order. */
export function allOf(tree: Tree | readonly Tree[], tag: string): Element[] {
  if (typeof tree === 'string') return []
  if (Array.isArray(tree)) return tree.flatMap((one) => allOf(one, tag))
  const element = tree as Element
  return [...(element.tag === tag ? [element] : []), ...element.children.flatMap((one) => allOf(one, tag))]
}
