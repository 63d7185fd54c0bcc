import { isResolved } from '#domain/case'
import { SCOPE_LABELS, SCOPES, type Scope, scopeOf, type World } from '#domain/world'

/** How many cases a list holds, real and invented apart: they are never added up. */
export type ScopedTotal = { scope: Scope; label: string; total: number; open: number }

/** Totals of a list for each scope that has cases in it. */
export function scopedTotals(references: readonly string[], world: World): ScopedTotal[] {
  const cases = references.map((reference) => world.need('cases', reference))
  return SCOPES.flatMap((scope) => {
    const own = cases.filter((c) => scopeOf(c) === scope)
    const open = own.filter((c) => !isResolved(c)).length
    return own.length > 0 ? [{ scope, label: SCOPE_LABELS[scope], total: own.length, open }] : []
  })
}

/** `登记和报道4件；演示数据2994件`; one scope alone needs no name unless it is invented. */
export function totalsWords(totals: readonly ScopedTotal[]): string {
  return totals
    .map((t) => `${totals.length > 1 || t.scope === 'sample' ? t.label : ''}${t.total}件`)
    .join('；')
}
