import { normalise } from '#domain/normalise'
import type { Answer, HitDocument } from '#domain/search/answer/answer'
import { demoTag } from '../demoBand.ts'
import { type Element, el, type Tree } from '../tree.ts'
import { hitEntry } from './hitEntry.ts'
import { type HitGroup, heldIn, isNear } from './hitGroups.ts'

/** Hits that stand at first of the two groups of cases, by their ids; of every other group `FIRST`. */
const FIRST_CASES: Record<string, number> = { real: 3, sample: 3 }
const FIRST = 2
/** Hits that 再看 adds. */
const MORE = 10

/** Hits of a group that are to stand on the page. */
export function shownOf(group: HitGroup, shown: Record<string, number>): number {
  return Math.min(group.hits.length, shown[group.id] ?? FIRST_CASES[group.id] ?? FIRST)
}

/** Hits that stand once 再看 was pressed: it stops where those that hold the words end. */
export function nextOf(group: HitGroup, standing: number): number {
  const held = heldIn(group)
  return Math.min(standing + MORE, standing < held ? held : group.hits.length)
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

/** Whether a group holds cases; the others stand together, and are fetched when somebody comes to them. */
export const isCases = (group: HitGroup): boolean => group.id in FIRST_CASES

/** Hits of a group that stand on the page: as many as are wanted and as have come. */
export function standingOf(
  group: HitGroup,
  { documents, shown }: Pick<Drawing, 'documents' | 'shown'>,
): number {
  const wanted = group.hits.slice(0, shownOf(group, shown))
  const missing = wanted.findIndex((hit) => !documents.has(hit.ordinal))
  return missing < 0 ? wanted.length : missing
}

/** The groups of hits as bands; all that are no cases stand in one band, and what is only near after the others. */
export function foundBands(groups: readonly HitGroup[], drawing: Drawing): Element[] {
  const rest = groups.filter((group) => !isCases(group))
  const bands = groups.filter(isCases).map((group) => ({
    isNear: isNear(group),
    band: el(
      'section',
      { class: 'band', id: `zu-${group.id}` },
      el('h2', {}, group.title, counted(group, '件', drawing)),
      el('div', { class: 'text' }, entries(group, drawing)),
    ),
  }))
  if (rest.length > 0) bands.push({ isNear: rest.every(isNear), band: restBand(rest, drawing) })
  return [...bands.filter((one) => !one.isNear), ...bands.filter((one) => one.isNear)].map(({ band }) => band)
}

function restBand(rest: readonly HitGroup[], drawing: Drawing): Element {
  const sections = rest.map((group, i) =>
    el(
      'section',
      { class: i > 0 ? 'sub' : undefined },
      el('h3', {}, group.title, counted(group, '条', drawing)),
      entries(group, drawing),
    ),
  )
  return el(
    'section',
    { class: 'band', id: 'zu-rest' },
    el('h2', {}, '其余'),
    el('div', { class: 'text' }, sections),
  )
}

/** Records that are called exactly as was asked. */
export function namedBand(entries: readonly Element[]): Element {
  return el(
    'section',
    { class: 'band', id: 'zu-named' },
    el('h2', {}, '就是这一条'),
    el('ul', { class: 'entries text' }, entries),
  )
}

/** Beside a heading: that its records are invented, and how many hold the words, or that they are only near. */
function counted(group: HitGroup, unit: string, { answer }: Drawing): Tree[] {
  const about = answer.total?.isExact ? '' : '约'
  const words = isNear(group) ? '相近' : group.count ? `${about}${group.count}${unit}` : null
  return [
    ...(group.isSample ? [' ', demoTag()] : []),
    ...(words ? [el('span', { class: 'count' }, words)] : []),
  ]
}

function entries(group: HitGroup, drawing: Drawing): Tree[] {
  const { answer, documents, excerpts } = drawing
  const standing = standingOf(group, drawing)
  const list = group.hits.slice(0, standing).map((hit) => {
    const document = documents.get(hit.ordinal) as HitDocument
    return hitEntry(hit, document, answer.marks, excerpts.get(document.path) ?? null)
  })
  const held = heldIn(group)
  const near = list.slice(held)
  return [
    ...(group.elsewhere > 0 && held === 0 ? [el('p', { class: 'small quiet' }, '就是上面那一条。')] : []),
    ...(held > 0 && standing > 0 ? [el('ul', { class: 'entries' }, list.slice(0, held))] : []),
    ...(near.length > 0 && !isNear(group) ? [el('p', { class: 'small quiet break' }, '下面是相近的')] : []),
    ...(near.length > 0 ? [el('ul', { class: 'entries' }, near)] : []),
    ...after(group, standing, answer),
  ]
}

/** Below the hits of a group: a button for more, or that the list ends before the number does. */
function after(group: HitGroup, standing: number, { hasMore }: Answer): Tree[] {
  if (standing < group.hits.length)
    return [
      el(
        'p',
        { class: 'more' },
        el('button', { type: 'button', class: 'link', 'data-more': group.id }, moreWords(group, standing)),
      ),
    ]
  const listed = standing + group.elsewhere
  return hasMore && group.count !== null && listed < group.count
    ? [el('p', { class: 'small quiet' }, `只列最像的${listed}条；多写几个字，或者用筛选，可以看到别的。`)]
    : []
}

function moreWords(group: HitGroup, standing: number): string {
  const held = heldIn(group)
  const many = nextOf(group, standing) - standing
  if (standing >= held) return `${standing === 0 ? '看' : '再看'}${many}条相近的`
  const isAll = standing + many + group.elsewhere === group.count
  if (standing === 0) return `看${group.elsewhere > 0 ? '另' : isAll ? '这' : '前'}${many}条`
  return isAll ? `再看其余${many}条` : `再看${many}条`
}
