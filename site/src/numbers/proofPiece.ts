/** A piece of a proof line: text, or text with a link. */
export type ProofPiece = {
  text: string
  href?: string
  /** Whether only somebody needs it who counts again: it stands in the part that is opened on demand. */
  recount?: boolean
}

/** The link to how a figure is counted. */
export function howCounted(href: string, of = ''): ProofPiece {
  return { text: of ? `怎样统计：${of}` : HOW, href }
}
const HOW = '怎样统计'

/** Whether a piece is that link, without a name of its own. */
export function isHow(piece: ProofPiece): boolean {
  return piece.text === HOW
}

/** The link to a table as a file, for whoever counts again. */
export function tableFile(file: string): ProofPiece {
  return { text: file.replace('data/', ''), href: file, recount: true }
}
