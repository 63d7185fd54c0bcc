import { findDuties } from '#domain/search/duties/findDuties'
import type { BookLink } from '#domain/search/dutyBook'
import { dangerLine } from '../dangerLine.ts'
import { drawInto } from '../draw.ts'
import { dutyBook } from '../dutyFile.ts'
import { onAgain, problem } from '../problem.ts'
import type { Element, Tree } from '../tree.ts'
import { dutyAnswer, namesBand } from './dutyAnswer.ts'

/** The part of the search page that says whose matter it is. */
export class DutyPart {
  private readonly root: HTMLElement
  private readonly categories: readonly BookLink[]
  private readonly changed: () => void
  private turn = 0
  private drawn = ''
  /** Addresses of the departments and places that are called exactly as was asked. */
  named: ReadonlySet<string> = new Set()

  /**
   * @param categories pages of the categories of the list
   * @param changed called after something was drawn
   */
  constructor(root: HTMLElement, categories: readonly BookLink[], changed: () => void) {
    this.root = root
    this.categories = categories
    this.changed = changed
  }

  clear(): void {
    this.turn++
    this.drawn = ''
    this.named = new Set()
    this.root.replaceChildren()
  }

  /**
   * Answers from the duty list alone, and once more when the found cases have spoken for their duties. That there is
   * no duty is said only when the whole search is over and has found no record that is called so.
   */
  async answer(
    text: string,
    marked: (text: string) => Tree[],
    more: { votes?: ReadonlyMap<string, number>; isOver?: boolean } = {},
  ): Promise<void> {
    const mine = ++this.turn
    try {
      const book = await dutyBook()
      if (mine !== this.turn) return
      const answer = findDuties(book, text, more.votes)
      const { names, best, also } = answer
      const first = dangerLine(answer)
      this.named = new Set(names.map(({ path }) => path))
      const isSaid = best !== null || also.length > 0 || (names.length === 0 && more.isOver === true)
      this.draw([
        ...(first ? [first] : []),
        ...(names.length > 0 ? [namesBand(names, book)] : []),
        ...(isSaid ? [dutyAnswer(answer, book, this.categories, marked)] : []),
      ])
    } catch {
      if (mine !== this.turn) return
      this.drawn = ''
      drawInto(this.root, [problem('权责清单没有打开，所以还说不出这事归谁管。')])
      onAgain(this.root, () => void this.answer(text, marked, more))
      this.changed()
    }
  }

  private draw(sections: Element[]): void {
    const said = JSON.stringify(sections)
    if (said === this.drawn) return
    this.drawn = said
    drawInto(this.root, sections)
    this.changed()
  }
}
