import { keep } from './tabHistory.ts'

/** Milliseconds after the last movement until the place is kept. */
const STILL = 150

/**
 * How far down the reader is, kept in the entry of the history. Results come bit by bit, so the browser itself cannot
 * go back to a place: the page is not yet as long when it tries.
 */
export class KeptPlace {
  /** A place to go back to once the page is as long again as it was; null once the reader has moved. */
  private backTo: number | null = null
  private still = 0

  constructor() {
    history.scrollRestoration = 'manual'
    addEventListener('scroll', () => {
      clearTimeout(this.still)
      this.still = window.setTimeout(() => this.keepNow(), STILL)
    })
    // Whoever follows a link is gone before the page has been still for so long.
    const followed = ({ target }: Event) => (target as Element).closest('a') && this.keepNow()
    document.addEventListener('click', followed, true)
    for (const moved of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
      addEventListener(moved, () => {
        this.backTo = null
      })
  }

  /** Keeps the place in the present entry at once: before another one takes its place. */
  keepNow(): void {
    clearTimeout(this.still)
    if (this.backTo === null) keep({ y: Math.round(scrollY) })
  }

  goBackTo(y: number | undefined): void {
    this.backTo = y ?? 0
  }

  /** The page has grown. */
  grown(): void {
    if (this.backTo !== null) window.scrollTo(0, this.backTo)
  }
}
