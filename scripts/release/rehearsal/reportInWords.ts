import type { FigureDifference } from '#domain/figures/figureDifference'
import type { Dimension } from '#domain/figures/metrics'
import { monthWords } from '#domain/monthWords'
import type { FiguresTold, PagesTold, RehearsalReport } from '#domain/published/rehearsal'
import { TABLES } from '#domain/records/snapshot'
import { SCOPE_LABELS } from '#domain/scope'
import { FACETS, type FacetId } from '#domain/world/facets'
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

function figuresTold(found: readonly FigureDifference[], words: Words): FiguresTold {
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

/** Facet that has the words for the keys of a dimension. */
const FACET_OF: Record<Exclude<Dimension, 'month'>, FacetId> = {
  category: 'category',
  duty: 'duty',
  area: 'area',
  town: 'area',
  department: 'department',
  urgency: 'urgency',
  kind: 'kind',
}

/** Of which records a figure is: 登记和报道 · 城建局. */
function whatOf({ scope, part }: FigureDifference, world: World): string {
  if (part === 'all') return `${SCOPE_LABELS[scope]} · 全部`
  const at = part.indexOf(':')
  const [dimension, key] = [part.slice(0, at) as Dimension, part.slice(at + 1)]
  const facet = FACETS.find(({ id }) => dimension !== 'month' && id === FACET_OF[dimension])
  return `${SCOPE_LABELS[scope]} · ${facet ? facet.labelOf(key, world) : monthWords(key)}`
}
