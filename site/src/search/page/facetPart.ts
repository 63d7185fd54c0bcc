import type { Answer, SearchIndex } from '#domain/search/answer/answer'
import type { DutyBook } from '#domain/search/dutyBook'
import { draw, drawInto } from '../draw.ts'
import { type FacetHead, facetLabel } from '../facetLabels.ts'
import { onAgain, problem } from '../problem.ts'
import { facetPanel, facetValues } from './facetView.ts'

/** An answer whose filters can be counted. */
export type Counted = {
  index: SearchIndex
  answer: Answer
  /** The answer as it would be without the chosen values of a filter: its other values are counted in it. */
  without: (id: string) => Promise<Answer>
}

/** The filters of the search page. They are counted when they are opened, and again when the answer changes. */
export class FacetPart {
  private readonly root: HTMLElement
  private readonly heads: readonly FacetHead[]
  private readonly toggle: (id: string, value: string) => void
  private counted: Counted | null = null
  private chosen: Record<string, string[]> = {}
  private book: DutyBook | null = null

  constructor(root: HTMLElement, heads: readonly FacetHead[], toggle: (id: string, value: string) => void) {
    this.root = root
    this.heads = heads
    this.toggle = toggle
    // The event of a details element does not rise, but it is met on its way down.
    root.addEventListener('toggle', (event) => this.opened(event.target as HTMLElement), true)
    root.addEventListener('change', (event) => {
      const box = event.target as HTMLInputElement
      if (box.dataset.facetId) this.toggle(box.dataset.facetId, box.value)
    })
  }

  clear(): void {
    this.counted = null
    this.root.replaceChildren()
  }

  /** The duty list, which has the names of duties, departments and places; null where it was not opened. */
  know(book: DutyBook | null): void {
    this.book = book
  }

  /** Offers the filters for an answer; those that are open are counted anew. */
  offer(counted: Counted, chosen: Record<string, string[]>): void {
    this.counted = counted
    this.chosen = chosen
    if (this.root.childElementCount === 0) this.root.append(draw(facetPanel(this.heads, chosen)))
    for (const open of this.root.querySelectorAll<HTMLElement>('details[data-facet][open]')) this.opened(open)
  }

  /** Words of a value. */
  labelOf(id: string, value: string): string {
    const head = this.heads.find((one) => one.id === id)
    return head ? facetLabel(head, value, this.book) : '没有这一项筛选'
  }

  private async opened(details: HTMLElement): Promise<void> {
    const id = details.dataset.facet
    const { counted } = this
    const place = details.querySelector<HTMLElement>(':scope > div')
    if (!id || !place || !counted || !(details as HTMLDetailsElement).open) return
    try {
      const chosen = this.chosen[id] ?? []
      const answer = chosen.length > 0 ? await counted.without(id) : counted.answer
      const counts = await counted.index.facet(id as never, answer)
      if (counted !== this.counted) return
      const focused = (document.activeElement as HTMLInputElement | null)?.value
      drawInto(place, [facetValues(id, counts, chosen, (value) => this.labelOf(id, value))])
      const again = [...place.querySelectorAll('input')].find((box) => box.value === focused)
      if (focused !== undefined && document.activeElement === document.body) again?.focus()
    } catch {
      if (counted !== this.counted) return
      drawInto(place, [problem('这一项没有打开，数不出来。')])
      onAgain(place, () => void this.opened(details))
    }
  }
}
