/** Running text as blocks: a paragraph, or a list of items. */
export type TextBlock = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] }

/** Splits plain text: an empty line ends a paragraph, lines that start with `- ` are items of a list. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: TextBlock | null = null
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim()
    if (line === '') {
      open = null
      continue
    }
    const item = /^- +(.+)$/.exec(line)?.[1]
    if (item !== undefined && open?.kind === 'list') open.items.push(item)
    else if (item === undefined && open?.kind === 'paragraph') open.text += line
    else {
      open = item === undefined ? { kind: 'paragraph', text: line } : { kind: 'list', items: [item] }
      blocks.push(open)
    }
  }
  return blocks
}
