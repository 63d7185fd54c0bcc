import type { RunPart } from './splitRun.ts'

/** Characters that join and deny: at these ends of what is no listed word they belong to what stands beside it. */
const NO_BEGINNING = /^[了的]+/
const NO_END = /[不没了的在来去要着就都也很还把被给让和与又再]+$/
/** How a run is told: what the list has, and which single characters say little because many records hold them. */
export type Telling = { isListed: (text: string) => boolean; isCommon: (char: string) => boolean }

/**
 * The parts of a run that are told as words of the question. What is no word of the list is one only at the beginning,
 * where it follows a stop; inside a run it is what longest match left over. A run of which nothing is told is told whole.
 */
export function toldParts(
  run: string,
  parts: readonly RunPart[],
  { isListed, isCommon }: Telling,
): RunPart[] {
  const told = parts.flatMap((part) => {
    if (part.isListed) return [part]
    if (part.at > 0) {
      const before = part.text.slice(0, 2)
      return part.text.length === 3 && isListed(before) ? [{ text: before, at: part.at, isListed: true }] : []
    }
    return withoutEdges(part).filter(({ text }) => text.length > 1 || !isCommon(text))
  })
  return told.length > 0 ? told : [{ text: run, at: 0, isListed: false }]
}

/** Whether told parts leave something of a run over besides characters that join and deny: no number speaks of it. */
export function leavesOver(run: string, told: readonly RunPart[]): boolean {
  const left = [...run].filter(
    (_, at) => !told.some((part) => part.at <= at && at < part.at + part.text.length),
  )
  return left.some((char) => !NO_BEGINNING.test(char) && !NO_END.test(char))
}

function withoutEdges({ text, at }: RunPart): RunPart[] {
  const begun = text.replace(NO_BEGINNING, '')
  const left = begun.replace(NO_END, '')
  if (left === '') return []
  return [{ text: left, at: at + text.length - begun.length, isListed: false }]
}
