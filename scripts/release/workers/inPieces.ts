import { setImmediate } from 'node:timers/promises'

/** Work that is done piece by piece between other work. */
export class InPieces<T> {
  private readonly pieces: Iterator<void, T>
  private end: { result: T } | null = null

  constructor(pieces: Iterator<void, T>) {
    this.pieces = pieces
  }

  /** Does the next piece; nothing when none is left. Returns whether there may be more. */
  step(): boolean {
    if (this.end) return false
    const { done, value } = this.pieces.next()
    if (done) this.end = { result: value }
    return !done
  }

  isDone(): boolean {
    return this.end !== null
  }

  /** Does what is left; others have their turn after each piece. */
  async finishInTurns(): Promise<void> {
    while (this.step()) await setImmediate()
  }

  /** Does what is left and returns what came of all. */
  finish(): T {
    while (!this.end) this.step()
    return this.end.result
  }
}
