import { isResolved } from '#domain/records/case'
import { SCOPE_LABELS, SCOPES, type Scope, scopeOf } from '#domain/scope'
import type { CaseList } from '#domain/world/caseList'
import type { World } from '#domain/world/world'

/** How many cases a list holds, real and invented apart: they are never added up. */
export type ScopedTotal = { scope: Scope; label: string; total: number; open: number }

/** Totals of a whole list for each scope that has cases in it. */
export function scopedTotals(list: Pick<CaseList, 'total' | 'openCount'>): ScopedTotal[] {
  return SCOPES.flatMap((scope) => {
    const total = list.total(scope)
    return total > 0 ? [{ scope, label: SCOPE_LABELS[scope], total, open: list.openCount(scope) }] : []
  })
}

/** The same of the references on one page. */
export function totalsOf(references: readonly string[], world: World): ScopedTotal[] {
  const cases = references.map((reference) => world.need('cases', reference))
  const own = (scope: Scope) => cases.filter((c) => scopeOf(c) === scope)
  return scopedTotals({
    total: (scope) => own(scope).length,
    openCount: (scope) => own(scope).filter((c) => !isResolved(c)).length,
  })
}

/** `登记和报道4件；演示数据2994件`; one scope alone needs no name unless it is invented. */
export function totalsWords(totals: readonly ScopedTotal[]): string {
  return totals
    .map((t) => `${totals.length > 1 || t.scope === 'sample' ? t.label : ''}${t.total}件`)
    .join('；')
}
