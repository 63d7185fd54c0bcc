/**
 * What a script draws, as plain data: text, or an element with attributes and children. Views make trees and never
 * touch the document, and text stays text: nothing in a record can become markup.
 */
export type Tree = string | Element
export type Element = {
  tag: string
  attributes: Record<string, string>
  children: readonly Tree[]
}

/** Children as they are written in a view: what is null or false is left out. */
type Written = Tree | null | false | undefined | readonly Written[]

/** An element. Attributes that are undefined are left out; `true` writes an empty one. */
export function el(
  tag: string,
  attributes: Record<string, string | true | undefined> = {},
  ...children: Written[]
): Element {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) given[name] = value === true ? '' : value
  return { tag, attributes: given, children: flat(children) }
}

function flat(written: readonly Written[]): Tree[] {
  const all: Tree[] = []
  for (const one of written) {
    if (one === null || one === undefined || one === false || one === '') continue
    if (Array.isArray(one)) all.push(...flat(one))
    else all.push(one as Tree)
  }
  return all
}

/** The text of a tree, as a reader would hear it. */
export function textOf(tree: Tree | readonly Tree[]): string {
  if (typeof tree === 'string') return tree
  if (Array.isArray(tree)) return tree.map(textOf).join('')
  return (tree as Element).children.map(textOf).join('')
}
