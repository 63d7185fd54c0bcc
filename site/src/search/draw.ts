import type { Tree } from './tree.ts'

/** Elements of a drawing: the namespace of SVG differs. */
const SVG = 'http://www.w3.org/2000/svg'

/** Makes the nodes of a tree. Text is set as text. */
export function draw(tree: Tree, inSvg = false): Node {
  if (typeof tree === 'string') return document.createTextNode(tree)
  const svg = inSvg || tree.tag === 'svg'
  const node = svg ? document.createElementNS(SVG, tree.tag) : document.createElement(tree.tag)
  for (const [name, value] of Object.entries(tree.attributes)) node.setAttribute(name, value)
  for (const child of tree.children) node.appendChild(draw(child, svg))
  return node
}

/** Puts trees in the place of whatever an element holds. */
export function drawInto(element: Element, trees: readonly Tree[]): void {
  element.replaceChildren(...trees.map((tree) => draw(tree)))
}
