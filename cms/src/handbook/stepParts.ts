/** A piece of a step: words, or the name of something by which the newsroom calls it. */
export type StepPart = { text: string; name: string | null }

const NAMED = /\{([^}]+)\}/

/** A step in pieces, in order; `called` says what the newsroom calls what stands in braces. */
export function stepParts(step: string, called: (name: string) => string): StepPart[] {
  return step
    .split(NAMED)
    .map((piece, i) => (i % 2 === 0 ? { text: piece, name: null } : { text: called(piece), name: piece }))
    .filter(({ text }) => text !== '')
}
