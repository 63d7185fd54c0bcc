import type { BookLink, DutyAnswer } from '#domain/search/dutyBook'
import { findDuties } from '#domain/search/findDuties'
import { draw, drawInto } from './draw.ts'
import { dutyAnswer } from './dutyAnswer.ts'
import { dutyBook } from './dutyFile.ts'
import { onAgain, problem } from './problem.ts'
import { type Tree, textOf } from './tree.ts'

/** The part of the search page that says whose matter it is. */
export class DutyPart {
  private readonly root: HTMLElement
  private readonly categories: readonly BookLink[]
  private readonly changed: () => void
  private turn = 0
  private drawn = ''

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
    this.root.replaceChildren()
  }

  /**
   * Answers from the duty list alone, and once more when the found cases have spoken for their duties.
   * Returns the departments and places that are called exactly so.
   */
  async answer(
    text: string,
    marked: (text: string) => Tree[],
    votes?: ReadonlyMap<string, number>,
  ): Promise<DutyAnswer['names']> {
    const mine = ++this.turn
    try {
      const book = await dutyBook()
      const answer = findDuties(book, text, votes)
      if (mine !== this.turn) return answer.names
      // A number or a name that leads to its page asks for no duty.
      if (!answer.best && answer.names.length > 0) this.draw(null)
      else this.draw(dutyAnswer(answer, book, this.categories, marked))
      return answer.names
    } catch {
      if (mine !== this.turn) return []
      this.drawn = ''
      drawInto(this.root, [problem('权责清单没有打开，所以还说不出这事归谁管。')])
      onAgain(this.root, () => void this.answer(text, marked, votes))
      this.changed()
      return []
    }
  }

  private draw(section: ReturnType<typeof dutyAnswer> | null): void {
    const said = section ? textOf(section) : ''
    if (said === this.drawn && this.root.childElementCount > 0) return
    this.drawn = said
    this.root.replaceChildren(...(section ? [draw(section)] : []))
    this.changed()
  }
}
