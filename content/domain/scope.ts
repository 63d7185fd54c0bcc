/** A figure is computed over real rows or over sample rows, never over both. */
export const SCOPES = ['real', 'sample'] as const
export type Scope = (typeof SCOPES)[number]
export const SCOPE_LABELS: Record<Scope, string> = { real: '登记和报道', sample: '演示数据' }

export function scopeOf(row: { origin: string }): Scope {
  return row.origin === 'sample' ? 'sample' : 'real'
}
