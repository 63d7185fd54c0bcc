/** One place where a line of a page ends or begins wrongly: what kind of fault, and the words around it. */
export type BadBreak = {
  fault: 'separator' | 'result' | 'reference' | 'number' | 'label' | 'head' | 'apart' | 'gap'
  words: string
}

/**
 * Bad breaks of the page as it lies; runs inside it, so it uses nothing from outside.
 * Lines are told by the rectangles of single characters, of text that is printed in one block.
 */
export function badBreaks(): BadBreak[] {
  const UNIT = '小时|分钟|个月|[年月日天时分秒次件条个家人项份篇位处步行款名场张版%％]'
  const NUMBER = new RegExp(`\\d[\\d.:,]*(?:${UNIT})?`, 'g')
  const REFERENCE = /[A-Z]{2,}(?:-[A-Z\d]+)+|[\w-]+\.(?:json|csv|js|md)\b/g
  const SEPARATOR = /[·｜→、，。；：！？）》」”]/g
  const GAP = /[，。；：、！？》」”]\s+(?=\S)|\S\s+(?=[，。；：、！？）》」”])/g
  const LABELS = 'main :is(th, dt, b, small, .tag, .state, summary), nav a'
  const HEADS = 'main :is(thead th, h1, h2, h3)'
  const found: BadBreak[] = []
  /** Heads of a table that reads as sentences are there for the ear only. */
  const isUnseen = (element: Element) => {
    const head = element.closest('thead, .unseen')
    return !element.checkVisibility() || (head !== null && getComputedStyle(head).position === 'absolute')
  }

  type Piece = { node: Text; from: number }
  const blocks = new Map<Element, { text: string; pieces: Piece[] }>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    let block = node.parentElement as Element
    if (block.closest('svg, script, style') || isUnseen(block)) continue
    while (getComputedStyle(block).display === 'inline') block = block.parentElement as Element
    const of = blocks.get(block) ?? { text: '', pieces: [] }
    of.pieces.push({ node, from: of.text.length })
    of.text += node.data
    blocks.set(block, of)
  }
  for (const [block, { text, pieces }] of blocks) {
    /** The rectangle of a character; undefined for space that is not printed. */
    const rectAt = (at: number) => {
      const piece = pieces.findLast((p) => p.from <= at) as Piece
      const range = document.createRange()
      range.setStart(piece.node, at - piece.from)
      range.setEnd(piece.node, at - piece.from + 1)
      return [...range.getClientRects()].at(-1)
    }
    /** Whether a line ends between two characters of the text. */
    const broken = (from: number, to: number) => {
      const [a, b] = [rectAt(from), rectAt(to)]
      return a !== undefined && b !== undefined && b.top >= a.bottom - 2 && b.left <= a.left
    }
    const tell = (fault: BadBreak['fault'], from: number, to: number) =>
      found.push({ fault, words: text.slice(Math.max(0, from - 12), to + 12).replace(/\s+/g, ' ') })
    for (const [fault, pattern] of [
      ['reference', REFERENCE],
      ['number', NUMBER],
    ] as const)
      for (const { 0: words, index } of text.matchAll(pattern))
        if (words.length > 1 && broken(index, index + words.length - 1))
          tell(fault, index, index + words.length)
    for (const { index } of text.matchAll(SEPARATOR)) {
      const before = text.slice(0, index).trimEnd().length - 1
      if (before >= 0 && broken(before, index)) tell('separator', index, index + 1)
    }
    for (const { index } of text.matchAll(/＝(?=\s*\d)/g)) {
      const result = index + 1 + (text.slice(index + 1).length - text.slice(index + 1).trimStart().length)
      if (broken(index, result)) tell('result', index, result + 1)
    }
    if (!getComputedStyle(block).whiteSpace.startsWith('pre'))
      for (const { index, 0: words } of text.matchAll(GAP))
        if (rectAt(index + 1)?.width) tell('gap', index, index + words.length)
    if (block.matches(HEADS)) {
      const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)
      for (const { segment, index } of words)
        if (segment.length > 1 && broken(index, index + segment.length - 1))
          tell('head', index, index + segment.length)
    }
  }
  for (const label of document.querySelectorAll(LABELS)) {
    const words = (label.textContent ?? '').trim()
    if (words.length > 4 || words.length < 2 || isUnseen(label) || label.querySelector('.unseen')) continue
    const range = document.createRange()
    range.selectNodeContents(label)
    const tops = [...range.getClientRects()].filter((r) => r.width > 1)
    if (tops.some((r) => r.top >= (tops[0] as DOMRect).bottom - 2))
      found.push({
        fault: 'label',
        words: `${words}（${label.parentElement?.textContent?.trim().slice(0, 20)}）`,
      })
  }
  for (const figure of document.querySelectorAll('[data-value]')) {
    const [before, after] = [figure.previousSibling, figure.nextSibling]
    const isApart =
      (before instanceof Text && /[一-鿿]\s+$/.test(before.data)) ||
      (after instanceof Text && /^\s+[一-鿿]/.test(after.data))
    if (isApart)
      found.push({ fault: 'gap', words: (figure.parentElement?.textContent ?? '').trim().slice(0, 60) })
  }
  for (const run of document.querySelectorAll('n-b')) {
    const { marginLeft, marginRight } = getComputedStyle(run)
    if (marginLeft !== '0px' || marginRight !== '0px')
      found.push({ fault: 'apart', words: (run.parentElement?.textContent ?? '').trim().slice(0, 24) })
  }
  return found
}
