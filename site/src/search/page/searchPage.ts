import type { SearchIndex } from '#domain/search/answer/answer'
import { findDuties } from '#domain/search/duties/findDuties'
import { groupsOf } from '#domain/search/duties/groupsOf'
import { NoIndexYet } from '#domain/search/index/load'
import { leaningOf } from '#domain/search/leaning'
import { isWordless } from '#domain/search/words/asked'
import { demoBand } from '../demoBand.ts'
import { draw, drawInto } from '../draw.ts'
import { dutyBook } from '../dutyFile.ts'
import type { FacetHead } from '../facetLabels.ts'
import { FoundPart } from '../found/foundPart.ts'
import { foundWords, leftWords, unknownWords } from '../found/foundWords.ts'
import { marked } from '../found/marking.ts'
import { forgetIndex, openedIndex } from '../found/openedIndex.ts'
import { askPagefind } from '../found/pagefind.ts'
import { pagefindBand } from '../found/pagefindEntry.ts'
import { onAgain, problem } from '../problem.ts'
import { type Asked, knownFacets, namedText, titleWords, toggled } from '../searchAddress.ts'
import { readable } from '../traditional.ts'
import { el } from '../tree.ts'
import { DutyPart } from './dutyPart.ts'
import { type Counted, FacetPart } from './facetPart.ts'
import { chosenLine } from './facetView.ts'
import type { KeptPlace } from './keptPlace.ts'
import { askedNow, keep, keptNow, pushAsked } from './tabHistory.ts'

/** Hits that are asked of the index; what is drawn of them is fetched bit by bit. */
const MOST = 300
/** So many of every kind that holds the words are asked for besides. */
const EACH = 12
const FROM_DISK =
  '这一页是从磁盘打开的：归谁管照样能查；要搜事项、部门和别的内容，请放到网站上打开，或从下面的清单找。'

/** The search page: one question at a time, each an entry of the tab's history, without the page being loaded again. */
export class SearchPage {
  private readonly input: HTMLInputElement
  private readonly examples: HTMLElement | null
  private readonly head = draw(el('h2', { class: 'found', tabindex: '-1' }, '正在找')) as HTMLElement
  private readonly heard = draw(el('p', { class: 'unseen', role: 'status' })) as HTMLElement
  private readonly named = draw(el('div')) as HTMLElement
  private readonly chosen = draw(el('div')) as HTMLElement
  private readonly groups = draw(el('div')) as HTMLElement
  private readonly band = draw(demoBand()) as HTMLElement
  private readonly place: KeptPlace
  private readonly duties: DutyPart
  private readonly facets: FacetPart
  private readonly facetIds: readonly string[]
  private readonly baseTitle = document.title
  private found: FoundPart | null = null
  private asked: Asked = { text: '', facets: {} }
  private turn = 0

  constructor(form: HTMLFormElement, root: HTMLElement, place: KeptPlace) {
    this.place = place
    this.input = form.elements.namedItem('q') as HTMLInputElement
    this.examples = document.getElementById('liju')
    const duty = draw(el('div')) as HTMLElement
    const sift = draw(el('div')) as HTMLElement
    document.getElementById('wenju')?.append(this.head, this.chosen, this.heard)
    root.append(duty, this.named, sift, this.groups)
    document.querySelector('main')?.append(this.band)
    const categories = [...document.querySelectorAll<HTMLAnchorElement>('#dalei a')].map((link) => ({
      name: link.textContent?.trim() ?? '',
      path: link.getAttribute('href') as string,
    }))
    const changed = () => this.changed()
    this.duties = new DutyPart(duty, categories, changed)
    const heads = JSON.parse(root.dataset.facets as string) as FacetHead[]
    this.facetIds = heads.map(({ id }) => id)
    this.facets = new FacetPart(sift, heads, (id, value) =>
      this.ask(toggled(this.asked, id, value), { focus: false }),
    )
    this.chosen.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('[data-facet-id]')
      if (button) this.ask(toggled(this.asked, button.dataset.facetId as string, button.value))
    })
    this.changed()
  }

  /** Asks something new: an entry of the history, and the focus goes to the head of what was found. */
  ask(asked: Asked, { focus = true } = {}): void {
    if (asked.text === '') return
    this.place.keepNow()
    pushAsked(asked)
    void this.show({ focus })
  }

  /** Shows what the present entry of the history asks for. */
  async show({ focus = false } = {}): Promise<void> {
    const mine = ++this.turn
    const { text } = askedNow()
    const isSame = text === this.asked.text
    this.asked = askedNow()
    if (this.found) this.found.isOver = true
    this.found = null
    document.title =
      text === '' ? this.baseTitle : `${titleWords(text)}｜${this.baseTitle.replace(/^.*?｜/, '')}`
    this.input.value = text
    if (this.examples) this.examples.hidden = text !== ''
    if (!isSame || text === '') this.empty()
    if (text === '') {
      this.head.textContent = ''
      this.chosen.replaceChildren()
      return this.changed()
    }
    this.say('正在找……', '')
    if (focus) this.head.focus()
    try {
      await readable(text)
    } catch {
      return mine === this.turn ? this.unread() : undefined
    }
    if (mine !== this.turn) return
    if (isWordless(text)) return this.notAsked()
    if (!isSame) void this.duties.answer(text, (title) => [title])
    await this.search(mine)
  }

  private empty(): void {
    this.duties.clear()
    this.facets.clear()
    for (const place of [this.named, this.groups]) place.replaceChildren()
  }

  /** Nothing that could be looked up was asked for. */
  private notAsked(): void {
    this.say('请写几个字。')
    this.chosen.replaceChildren()
    this.empty()
    if (this.examples) this.examples.hidden = false
    this.changed()
  }

  /** The question itself cannot be read, so neither part of the page can answer. */
  private unread(): void {
    const words = '认繁体字用的字表没有打开，所以还说不出归谁管、找到了什么。请再试一次，或改用简体字。'
    this.say('', words)
    this.empty()
    drawInto(this.groups, [problem(words)])
    onAgain(this.groups, () => this.again())
    this.changed()
  }

  private async search(mine: number): Promise<void> {
    const { text } = this.asked
    const { facets } = this.sifted()
    if (location.protocol === 'file:') {
      this.say(FROM_DISK)
      return void this.duties.answer(text, (title) => [title], { isOver: true })
    }
    let index: SearchIndex
    try {
      index = await openedIndex()
    } catch (error) {
      return mine === this.turn ? this.notOpened(error) : undefined
    }
    try {
      const book = await dutyBook().catch(() => null)
      this.facets.know(book)
      const groups = book ? groupsOf(book) : []
      const leaning = book ? leaningOf(findDuties(book, text)) : new Map<string, number>()
      const answer = await index.search({ text, facets, most: MOST, each: EACH, groups, leaning })
      if (mine !== this.turn) return
      const without = (id: string) => {
        const { [id]: _, ...others } = facets
        return index.search({ text, facets: others, most: 1, groups })
      }
      await this.draw({ index, answer, without }, mine)
    } catch (error) {
      if (mine !== this.turn) return
      console.warn(error)
      this.failed('搜索要用的文件没有打开，所以还说不出找到了什么。请再试一次，或从下面的清单找。')
    }
  }

  private sifted(): ReturnType<typeof knownFacets> {
    return knownFacets(this.asked.facets, this.facetIds)
  }

  private async draw(counted: Counted, mine: number): Promise<void> {
    const { index, answer } = counted
    const { text } = this.asked
    const { facets, unknown } = this.sifted()
    this.say(foundWords(answer) + leftWords(index.left) + unknownWords(unknown))
    const isOver = { votes: answer.duties, isOver: true }
    const withMarks = (title: string) => marked(title, answer.marks)
    await this.duties.answer(text, withMarks, { votes: answer.duties })
    if (mine !== this.turn) return
    if (answer.total?.count || Object.keys(facets).length > 0) this.facets.offer(counted, facets)
    else this.facets.clear()
    const values = Object.entries(facets).flatMap(([id, all]) =>
      all.map((value) => ({ id, value, label: this.facets.labelOf(id, value) })),
    )
    drawInto(this.chosen, values.length > 0 ? [chosenLine(values)] : [])
    this.found = new FoundPart(
      { index, answer, text, shown: keptNow().shown ?? {}, named: this.duties.named },
      { named: this.named, groups: this.groups },
      { keepShown: (shown) => keep({ shown }), changed: () => this.changed(), again: () => this.again() },
    )
    const named = await this.found.begin()
    if (this.found?.isOver === false && named === 0) void this.duties.answer(text, withMarks, isOver)
  }

  private async notOpened(error: unknown): Promise<void> {
    const mine = this.turn
    if (error instanceof NoIndexYet)
      return this.failed('搜索正在准备，过几分钟再来；归谁管现在就能查，别的可以从下面的清单找。')
    console.warn(error)
    this.failed('搜索没有打开，所以还说不出找到了什么。请再试一次，或从下面的清单找。')
    const hits = await askPagefind(this.asked.text).catch(() => null)
    if (mine !== this.turn || !hits || hits.length === 0) return
    this.groups.append(draw(pagefindBand(hits)))
    this.changed()
  }

  /** The sentence goes with the press that asks again: it must never stand beside the number that comes. */
  private again(): void {
    forgetIndex()
    this.groups.replaceChildren()
    void this.show({ focus: true })
  }

  private failed(words: string): void {
    this.say('', words)
    void this.duties.answer(this.asked.text, (title) => [title], { isOver: true })
    this.named.replaceChildren()
    drawInto(this.groups, [problem(words)])
    onAgain(this.groups, () => this.again())
    this.changed()
  }

  /** What the head of the results says, after what was asked for, and what is heard unless told otherwise. */
  private say(words: string, heard = words): void {
    drawInto(this.head, [el('span', { class: 'unseen' }, `“${namedText(this.asked.text)}”：`), words])
    this.heard.textContent = heard
  }

  /** After something was drawn: the band of invented data stands where one is shown, and the place is gone back to. */
  private changed(): void {
    const hosts = [...document.querySelectorAll('#jieguo [data-origin=sample]')]
    this.band.hidden = hosts.length === 0
    this.place.grown()
  }
}
