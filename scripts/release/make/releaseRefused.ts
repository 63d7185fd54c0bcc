/** A release that a check refuses: nothing was switched. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused'
}

/** How many faults are said in words. */
const SAID = 5

/** Refuses a release in which checks have found something, each fault a sentence. */
export function refuseIfAny(faults: readonly string[]): void {
  if (faults.length === 0) return
  const others = faults.length > SAID ? `；等 ${faults.length} 处` : ''
  throw new ReleaseRefused(`${faults.slice(0, SAID).join('；')}${others}`)
}
