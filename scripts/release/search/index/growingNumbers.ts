/** Whole numbers in one piece of memory that grows, all 0 at first. */
export class GrowingNumbers {
  at = new Int32Array(1024)

  /** Makes room for so many. */
  reserve(many: number): void {
    if (many <= this.at.length) return
    const grown = new Int32Array(Math.max(many, this.at.length * 2))
    grown.set(this.at)
    this.at = grown
  }
}
