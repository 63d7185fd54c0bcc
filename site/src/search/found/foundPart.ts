import type { Answer, HitDocument, SearchIndex } from '#domain/search/answer/answer'
import { draw, drawInto } from '../draw.ts'
import { onAgain, problem } from '../problem.ts'
import { readable } from '../traditional.ts'
import type { Tree } from '../tree.ts'
import { excerptFor } from './excerpts.ts'
import { foundBands, isCases, isNamed, namedBand, nextOf, shownOf, standingOf } from './foundView.ts'
import { hitEntry } from './hitEntry.ts'
import { type HitGroup, hitGroups } from './hitGroups.ts'

/** Hits that are looked at for being called exactly as was asked, and hits that show a part of their text. */
const NAMED = 2
const EXCERPTS = 3
/** Files of documents that the first drawing may cost. */
const MOST_FILES = 3

type Places = { named: HTMLElement; groups: HTMLElement }
type Hooks = {
  /** More hits of a group were asked for: so many stand there now. */
  keepShown: (shown: Record<string, number>) => void
  /** Something was drawn. */
  changed: () => void
  /** Everything is to be asked for again. */
  again: () => void
}

/** The hits of one answer on the search page. Documents are fetched for what is drawn, and for nothing else. */
export class FoundPart {
  private readonly places: Places
  private readonly hooks: Hooks
  private readonly documents = new Map<number, HitDocument>()
  private readonly excerpts = new Map<string, readonly Tree[]>()
  private readonly index: SearchIndex
  private readonly answer: Answer
  private readonly text: string
  private readonly named: ReadonlySet<string>
  private shown: Record<string, number>
  private groups: HitGroup[] = []
  private restWanted = false
  private unwatch = () => {}
  /** Whether another answer has taken the place of this one. */
  isOver = false

  constructor(
    found: {
      index: SearchIndex
      answer: Answer
      text: string
      shown: Record<string, number>
      /** Addresses of records that stand above as being called so. */
      named: ReadonlySet<string>
    },
    places: Places,
    hooks: Hooks,
  ) {
    this.index = found.index
    this.answer = found.answer
    this.text = found.text
    this.named = found.named
    this.shown = found.shown
    this.places = places
    this.hooks = hooks
    this.restWanted = Object.keys(found.shown).length > 0
  }

  /**
   * Draws the first hits and returns how many are called exactly as was asked. A piece that does not come is said in
   * the place of the hits.
   */
  async begin(): Promise<number> {
    try {
      const first = this.answer.hits.slice(0, NAMED)
      const files = new Set(first.map((hit) => this.index.fileOf(hit.ordinal)))
      this.groups = hitGroups(this.answer, new Set())
      this.shown = { ...this.affordable(files), ...this.shown }
      await this.fetch([...first.map((hit) => hit.ordinal), ...this.ordinalsOf(this.wanted())])
      const named = first.filter((hit) => this.isCalledSo(hit.ordinal))
      this.groups = hitGroups(this.answer, new Set(named.map((hit) => hit.ordinal)))
      if (this.isOver) return 0
      this.drawNamed(named.filter((hit) => !this.named.has(this.documents.get(hit.ordinal)?.path ?? '')))
      this.draw()
      this.addExcerpts()
      return named.length
    } catch (error) {
      this.failed(error)
      return 0
    }
  }

  /** Hits of each group that stand at first: those whose files are among the first few. */
  private affordable(files: Set<number | null>): Record<string, number> {
    return Object.fromEntries(
      this.wanted().map((group) => {
        const hits = group.hits.slice(0, shownOf(group, {}))
        const dear = hits.findIndex((hit) => {
          const file = this.index.fileOf(hit.ordinal)
          if (file === null || files.has(file)) return false
          if (files.size >= MOST_FILES) return true
          files.add(file)
          return false
        })
        return [group.id, dear < 0 ? hits.length : dear]
      }),
    )
  }

  private isCalledSo(ordinal: number): boolean {
    const document = this.documents.get(ordinal)
    return document !== undefined && isNamed(document, this.text)
  }

  /** Groups whose hits are drawn: those of cases, and the rest once somebody has come so far down. */
  private wanted(): HitGroup[] {
    return this.restWanted || !this.groups.some(isCases) ? this.groups : this.groups.filter(isCases)
  }

  private ordinalsOf(groups: readonly HitGroup[]): number[] {
    return groups.flatMap((g) => g.hits.slice(0, shownOf(g, this.shown)).map((hit) => hit.ordinal))
  }

  private async fetch(ordinals: readonly number[]): Promise<void> {
    const wanted = [...new Set(ordinals)].filter((ordinal) => !this.documents.has(ordinal))
    if (wanted.length === 0) return
    const documents = await this.index.documents(wanted)
    await readable(...documents.flatMap(({ title, line }) => [title, line]))
    for (const document of documents) this.documents.set(document.ordinal, document)
  }

  private drawNamed(named: Answer['hits']): void {
    const entries = named.map((hit) =>
      hitEntry(hit, this.documents.get(hit.ordinal) as HitDocument, this.answer.marks, null),
    )
    drawInto(this.places.named, entries.length > 0 ? [namedBand(entries)] : [])
  }

  private draw(): void {
    const { answer, documents, shown, excerpts } = this
    const focused = this.focused()
    drawInto(this.places.groups, foundBands(this.groups, { answer, documents, shown, excerpts }))
    for (const button of this.places.groups.querySelectorAll<HTMLElement>('[data-more]'))
      button.addEventListener('click', () => void this.more(button.dataset.more as string))
    if (focused) this.places.groups.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true })
    this.awaitRest()
    this.hooks.changed()
  }

  /** Where the focus is among the hits, so that it can be there again after they are drawn anew. */
  private focused(): string | null {
    const now = document.activeElement as HTMLElement | null
    if (!now || !this.places.groups.contains(now)) return null
    const path = now.closest<HTMLElement>('[data-path]')?.dataset.path
    return path ? linkOf(path) : `[data-more="${now.dataset.more}"]`
  }

  /** Fetches the rest when the reader has come down to it. */
  private awaitRest(): void {
    this.unwatch()
    const rest = this.places.groups.querySelector('#zu-rest')
    if (!rest || this.wanted().length === this.groups.length) return
    const watcher = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting || this.isOver) return
      this.unwatch()
      this.wantRest()
      void this.redraw()
    })
    const watch = () => watcher.observe(rest)
    this.unwatch = () => {
      watcher.disconnect()
      removeEventListener('scroll', watch)
    }
    addEventListener('scroll', watch, { once: true })
  }

  /** The rest is kept as shown, so that the page is as long again for somebody who comes back. */
  private wantRest(): void {
    this.restWanted = true
    const rest = this.groups.filter((group) => !isCases(group))
    this.shown = { ...Object.fromEntries(rest.map((g) => [g.id, shownOf(g, this.shown)])), ...this.shown }
    this.hooks.keepShown(this.shown)
  }

  private async more(id: string): Promise<void> {
    const group = this.groups.find((g) => g.id === id) as HitGroup
    const before = standingOf(group, { documents: this.documents, shown: this.shown })
    const first = group.hits[before]?.ordinal as number
    this.shown = { ...this.shown, [id]: nextOf(group, before) }
    if (!isCases(group)) this.wantRest()
    await this.redraw()
    if (this.isOver) return
    this.hooks.keepShown(this.shown)
    const next = this.documents.get(first)
    if (next) this.places.groups.querySelector<HTMLElement>(linkOf(next.path))?.focus()
  }

  private async redraw(): Promise<void> {
    try {
      await this.fetch(this.ordinalsOf(this.wanted()))
      if (!this.isOver) this.draw()
    } catch (error) {
      this.failed(error)
    }
  }

  private addExcerpts(): void {
    const first = this.places.groups.querySelectorAll<HTMLElement>('#zu-real li, #zu-sample li')
    for (const entry of [...first].slice(0, EXCERPTS)) {
      const path = entry.dataset.path as string
      void excerptFor(path, this.answer.marks).then((excerpt) => {
        this.excerpts.set(path, excerpt)
        if (this.isOver || excerpt.length === 0) return
        const paragraph = document.createElement('p')
        paragraph.className = 'small'
        paragraph.append(...excerpt.map((tree) => draw(tree)))
        const now = this.places.groups.querySelector(`[data-path="${path}"]`)
        now?.insertBefore(paragraph, now.querySelector(':scope > p.quiet'))
        this.hooks.changed()
      })
    }
  }

  private failed(error: unknown): void {
    if (this.isOver) return
    console.warn(error)
    this.places.named.replaceChildren()
    drawInto(this.places.groups, [
      problem('找到的条目没有打开，所以列不出来。请再试一次，或从下面的清单找。'),
    ])
    onAgain(this.places.groups, this.hooks.again)
    this.hooks.changed()
  }
}

const linkOf = (path: string) => `[data-path="${path}"] > a`
