import type { FigureDifference } from '#domain/figures/figureDifference'
import { INDEX_OF, keyedPart } from '#domain/figures/rowLists'
import type { FiguresTold, PagesTold, RehearsalReport } from '#domain/published/rehearsal'
import { TABLES } from '#domain/records/snapshot'
import { SCOPE_LABELS } from '#domain/scope'
import { FACETS } from '#domain/world/facets'
import type { World } from '#domain/world/world'
import type { Renderer } from '../pages/renderer.ts'
import type { Rehearsed } from './rehearse.ts'
import type { RehearsedPages } from './rehearsedPages.ts'

/** So many figures are told; those of all records come first. */
const MOST_FIGURES = 200

type Words = { renderer: Pick<Renderer, 'figureWords'>; world: World }

/** What a rehearsal found, as people read it. */
export function reportInWords(found: Rehearsed, words: Words): RehearsalReport {
  return {
    records: found.records.map(({ table, key, before, after, changes }) => ({
      table: TABLES[table].label,
      key,
      what: !before ? 'new' : after ? 'changed' : 'gone',
      fields: [...new Set(changes.map(({ title }) => title))],
    })),
    pages: pagesTold(found.pages),
    figures: figuresTold(found.figures, words),
    tables: found.tables.map(({ label, records, isExact }) => ({ label, records, isExact })),
    stale: {
      shown: found.stale.found.map(({ table, key, said }) => ({ table: TABLES[table].label, key, said })),
      more: found.stale.more,
    },
    day: found.day && {
      from: found.day.from,
      to: found.day.to,
      pages: pagesTold(found.day.pages),
      figures: figuresTold(found.day.figures, words),
    },
  }
}

function pagesTold({ shown, byKind, isWhole }: RehearsedPages): PagesTold {
  const kinds = Object.entries(byKind).map(([kind, count]) => ({ kind, count }))
  return { total: kinds.reduce((sum, { count }) => sum + count, 0), isWhole, kinds, shown }
}

function figuresTold(all: readonly FigureDifference[], words: Words): FiguresTold {
  const found = onceEach(all)
  const inOrder = [
    ...found.filter(({ part }) => part === 'all'),
    ...found.filter(({ part }) => part !== 'all'),
  ]
  return {
    total: found.length,
    shown: inOrder.slice(0, MOST_FIGURES).map((figure) => ({
      figure: figure.metric.label,
      of: whatOf(figure, words.world),
      before: words.renderer.figureWords(figure.metric, figure.before),
      after: words.renderer.figureWords(figure.metric, figure.after),
    })),
  }
}

/** A town is an area too, of the same records: its figures are told once. */
function onceEach(found: readonly FigureDifference[]): FigureDifference[] {
  const nameOf = ({ metric, scope }: FigureDifference, part: string) => `${metric.id} ${scope} ${part}`
  const told = new Set(found.map((figure) => nameOf(figure, figure.part)))
  return found.filter((figure) => {
    const keyed = keyedPart(figure.part)
    return keyed?.dimension !== 'town' || !told.has(nameOf(figure, `area:${keyed.key}`))
  })
}

/** Of which records a figure is: 登记和报道 · 城建局. */
function whatOf({ scope, part }: FigureDifference, world: World): string {
  const keyed = keyedPart(part)
  const facet = keyed && FACETS.find(({ id }) => id === INDEX_OF[keyed.dimension])
  return `${SCOPE_LABELS[scope]} · ${keyed && facet ? facet.labelOf(keyed.key, world) : '全部'}`
}
