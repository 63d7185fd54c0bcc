import type { Answer, HitDocument } from '#domain/search/index/answer'
import { normalise } from '#domain/search/normalise'
import { demoTag } from './demoBand.ts'
import { hitEntry } from './hitEntry.ts'
import type { HitGroup } from './hitGroups.ts'
import { type Element, el, type Tree } from './tree.ts'

/** Hits that stand at first of the two groups of cases, by their ids; of every other group `FIRST`. */
const FIRST_CASES: Record<string, number> = { real: 3, sample: 3 }
const FIRST = 2
/** Hits that 再看 adds. */
export const MORE = 10

/** Hits of a group that stand on the page. */
export function shownOf(group: HitGroup, shown: Record<string, number>): number {
  return Math.min(group.hits.length, shown[group.id] ?? FIRST_CASES[group.id] ?? FIRST)
}

/** What stands before the number of an invented record. */
const DEMO = /^demo-/i

/** Whether a record is called exactly as was asked: by its title or its number. */
export function isNamed(document: HitDocument, text: string): boolean {
  const asked = normalise(text)
  const names = [document.title, document.key, document.key.replace(DEMO, '')]
  return asked !== '' && names.some((name) => normalise(name) === asked)
}

export type Drawing = {
  answer: Answer
  documents: ReadonlyMap<number, HitDocument>
  shown: Record<string, number>
  /** Parts of texts by the addresses of their records, as far as they are there. */
  excerpts: ReadonlyMap<string, readonly Tree[]>
}

/** Whether a group holds cases; the others stand together at the end, and are fetched when somebody comes to them. */
export const isCases = (group: HitGroup): boolean => group.id in FIRST_CASES

/** The groups of hits as bands; all that are no cases stand in one band at the end. */
export function foundBands(groups: readonly HitGroup[], drawing: Drawing): Element[] {
  const rest = groups.filter((group) => !isCases(group))
  return [
    ...groups
      .filter(isCases)
      .map((group) =>
        el(
          'section',
          { class: 'band', id: `zu-${group.id}` },
          el('h2', {}, group.title, counted(group, '件')),
          el('div', { class: 'text' }, entries(group, drawing)),
        ),
      ),
    ...(rest.length === 0
      ? []
      : [
          el(
            'section',
            { class: 'band', id: 'zu-rest' },
            el('h2', {}, '其余'),
            el(
              'div',
              { class: 'text' },
              rest.map((group, i) =>
                el(
                  'section',
                  { class: i > 0 ? 'sub' : undefined },
                  el('h3', {}, group.title, group.isSample && [' ', demoTag()], counted(group, '条')),
                  entries(group, drawing),
                ),
              ),
            ),
          ),
        ]),
  ]
}

/** Records that are called exactly as was asked. */
export function namedBand(entries: readonly Element[]): Element {
  return el(
    'section',
    { class: 'band', id: 'zu-named' },
    el('h2', {}, '就是这一条'),
    el('ul', { class: 'idx text' }, entries),
  )
}

function counted({ count, isSample, id }: HitGroup, unit: string): Tree[] {
  return [
    ...(isSample && id === 'sample' ? [' ', demoTag()] : []),
    ...(count ? [el('span', { class: 'cnt' }, `${count}${unit}`)] : []),
  ]
}

function entries(group: HitGroup, { answer, documents, shown, excerpts }: Drawing): Tree[] {
  const many = shownOf(group, shown)
  const list = group.hits.slice(0, many).flatMap((hit) => {
    const document = documents.get(hit.ordinal)
    return document ? [hitEntry(hit, document, answer.marks, excerpts.get(document.path) ?? null)] : []
  })
  const left = group.hits.length - list.length
  return [
    el('ul', { class: 'idx' }, list),
    ...(left > 0
      ? [
          el(
            'p',
            { class: 'more' },
            el(
              'button',
              { type: 'button', class: 'link', 'data-more': group.id },
              moreWords(list.length, group, answer.hasMore),
            ),
          ),
        ]
      : []),
  ]
}

function moreWords(standing: number, { hits }: HitGroup, hasMore: boolean): string {
  const left = hits.length - standing
  if (standing === 0) return `看这${Math.min(left, FIRST + MORE)}条`
  return left <= MORE && !hasMore ? `再看其余${left}条` : `再看${Math.min(MORE, left)}条`
}
