import { addressOf } from '../published/addresses.ts'
import { type Case, departmentsOf } from '../records/case.ts'
import { contactLine } from '../records/officeContact.ts'
import { keyOf, type Row } from '../records/snapshot.ts'
import { earlierNamesOf } from '../records/succession.ts'
import { scopeOf } from '../scope.ts'
import {
  AREA_LEVEL_LABELS,
  CASE_STATE_LABELS,
  DEPARTMENT_KIND_LABELS,
  NOTICE_KIND_LABELS,
} from '../vocabulary.ts'
import { answering } from '../world/answering.ts'
import { FACETS, type FacetId } from '../world/facets.ts'
import { placesThen } from '../world/placesThen.ts'
import type { World } from '../world/world.ts'
import type { SearchDocument, SearchedTable } from './document.ts'

type Parts = Pick<SearchDocument, 'title' | 'texts'> &
  Partial<Pick<SearchDocument, 'names' | 'near' | 'facets'>> & { line: (string | undefined)[] }

/** Between the parts of a hit's grey line. */
const BETWEEN = ' · '

/**
 * One record as search knows it.
 * @param world holds what the row names: areas, departments, duties; the cases themselves need not be in it
 */
export function searchDocumentOf<T extends SearchedTable>(
  table: T,
  row: Row<T>,
  world: World,
): SearchDocument {
  const key = keyOf(table, row)
  const parts = PARTS[table](row, world)
  return {
    table,
    key,
    path: addressOf(table, key) as string,
    scope: scopeOf(row),
    title: parts.title,
    names: parts.names ?? [],
    line: parts.line.filter(Boolean).join(BETWEEN),
    texts: parts.texts.filter((text) => text !== ''),
    near: parts.near ?? [],
    facets: parts.facets ?? {},
  }
}

const PARTS: { [T in SearchedTable]: (row: Row<T>, world: World) => Parts } = {
  cases: (c, world) => {
    const nameOf = (slug: string) => world.need('areas', slug).name
    const then = placesThen(c, world)
    // Found under the names of then and under those of today.
    const areas = [...new Set([...then, ...world.areaPath(c.area)])].map(nameOf)
    const duties = c.duties.map((code) => world.need('duties', code))
    const facets = facetsOf(c, world)
    return {
      title: c.title,
      names: [c.reference],
      line: [
        CASE_STATE_LABELS[c.status],
        then.slice(0, 2).map(nameOf).reverse().join(''),
        monthWords(facets, world),
      ],
      texts: [
        c.place ?? '',
        c.description,
        c.outcome ?? '',
        c.openReason ?? '',
        ...c.timeline.map((event) => event.text ?? ''),
        ...areas,
        ...departmentsOf(c).map((slug) => world.need('departments', slug).name),
        ...duties.map((duty) => duty.title),
      ],
      near: duties.flatMap((duty) => duty.wordings),
      facets,
    }
  },
  duties: (d, world) => {
    const now = answering(d, world)
    const [lead, ...others] = [now.lead, ...now.responsible].map(
      (slug) => world.need('departments', slug).name,
    )
    return {
      title: d.title,
      names: [d.code],
      line: [`权责 ${d.code}`, `牵头 ${lead}`],
      texts: [d.covers ?? '', d.excludes ?? '', d.post ?? '', ...d.basis, lead as string, ...others],
      near: d.wordings,
    }
  },
  departments: (d, world) => ({
    title: d.name,
    names: [d.shortName, d.fullName ?? '', ...d.formerNames, ...earlierNamesOf(d), ...d.otherNames].filter(
      Boolean,
    ),
    line: [DEPARTMENT_KIND_LABELS[d.kind], d.fullName],
    texts: [DEPARTMENT_KIND_LABELS[d.kind], ...d.contacts.map(contactLine)],
    near: world
      .all('duties')
      .filter((duty) => answering(duty, world).lead === d.slug)
      .map((duty) => duty.title),
  }),
  areas: (a, world) => {
    const above = world
      .areaPath(a.slug)
      .slice(1)
      .map((slug) => world.need('areas', slug).name)
    return {
      title: a.name,
      names: [...earlierNamesOf(a), ...(a.officialCode ? [a.officialCode] : [])],
      line: [AREA_LEVEL_LABELS[a.level], above.slice(0, 2).reverse().join('')],
      texts: [AREA_LEVEL_LABELS[a.level], ...above],
    }
  },
  practices: (p) => ({
    title: p.title,
    line: ['典型做法', p.place],
    texts: [p.place, p.summary, p.problem ?? '', ...p.steps, p.result ?? '', ...p.needs, ...p.cases],
  }),
  notices: (n, world) => {
    const recipient = world.need('departments', n.recipient).name
    return {
      title: `${NOTICE_KIND_LABELS[n.kind]} ${n.number}`,
      names: [n.number, n.documentNumber ?? ''].filter(Boolean),
      line: [dayWords(n.issuedOn), `${n.issuer}发给${recipient}`],
      texts: [n.reason ?? '', n.outcome ?? '', n.issuer, recipient, n.case ?? ''],
    }
  },
  'review-meetings': (m) => ({
    title: `${dayWords(m.date)}交账会`,
    names: [m.date],
    line: [m.matters[0]],
    texts: [...m.matters, ...m.decisions, ...m.cases],
  }),
  sources: (s) => ({
    title: s.title ?? s.description,
    line: ['来源', s.publisher],
    texts: [s.description, s.publisher, ...s.authors, s.address ?? ''],
  }),
  pages: (p) => ({
    title: p.title,
    line: [p.summary],
    texts: [p.summary, ...p.sections.flatMap(({ heading, text }) => [heading, text])],
  }),
}

function facetsOf(c: Case, world: World): Partial<Record<FacetId, string[]>> {
  return Object.fromEntries(
    FACETS.map((facet) => [facet.id, [...facet.valuesOf(c, world)]] as const).filter(
      ([, values]) => values.length > 0,
    ),
  )
}

/** 2022年6月, in the words of the filter by month. */
function monthWords(facets: SearchDocument['facets'], world: World): string | undefined {
  const [month] = facets['year-month'] ?? []
  return month && FACETS.find((facet) => facet.id === 'year-month')?.labelOf(month, world)
}

/** `2022-06-15` → 2022年6月15日. */
function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
