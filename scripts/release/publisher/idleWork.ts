import { shanghaiDay } from '#domain/dates'
import type { ReleaseMaker } from '../make/makeRelease.ts'
import { reasonInWords } from '../told/reasonInWords.ts'
import type { PublisherOptions } from './publisherOptions.ts'

type Idle = Pick<PublisherOptions, 'log' | 'effects'> & {
  maker: ReleaseMaker
  inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** Called with the differences between live figures and their tables, when they may be others than before. */
  differs: (differences: readonly string[]) => void
}

/** What a publisher does, piece by piece, while there is nothing to publish. */
export class IdleWork {
  private isDiffering = false
  private readonly o: Idle

  constructor(o: Idle) {
    this.o = o
  }

  today(): string {
    return shanghaiDay(this.o.effects.now().getTime())
  }

  /**
   * Does the next piece. Returns whether something is left.
   * @param isQuiet whether nothing was published for a while: the live figures are compared only then
   */
  async piece(isQuiet: boolean): Promise<boolean> {
    return (await this.prepareDay()) || (isQuiet && (await this.compareFigures()))
  }

  /**
   * Makes what today will change by itself, before its first act comes. Never throws: what fails here fails again, in
   * words, when it is needed.
   */
  private async prepareDay(): Promise<boolean> {
    const day = this.today()
    return this.o
      .inTurn(() => this.o.maker.nextDay.prepare(day))
      .catch((error: unknown) => {
        this.o.log(`没有预备好 ${day}：${reasonInWords(error)}`)
        return false
      })
  }

  /** Compares the live figures with their tables; what differs is told until a later comparison finds it no more. */
  private async compareFigures(): Promise<boolean> {
    return this.o.inTurn(async () => {
      const { isLeft, found } = this.o.maker.figures.piece()
      if (found && (found.length > 0 || this.isDiffering)) {
        this.isDiffering = found.length > 0
        for (const sentence of found) this.o.log(sentence)
        this.o.differs(found)
      }
      return isLeft
    })
  }
}
