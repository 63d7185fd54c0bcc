import { AROUND_NOTICE } from '#domain/figures/aroundNotice'
import { METRICS, type MetricId } from '#domain/figures/metrics'
import { SCOPES, type Scope } from '#domain/scope'

/** What a mark of a page says of a computed figure. */
export type FigureClaim = {
  metric: MetricId | typeof AROUND_NOTICE.id
  scope: Scope
  /** `all`, one part (`department:chengjian`), or two joined by `/`. */
  part: string
  stat: string
  /** What is printed, exact; null where nothing is said. */
  value: number | null
  /** Of shares only. */
  numerator: number | null
  denominator: number | null
}

const KNOWN: ReadonlySet<string> = new Set([...METRICS.map((m) => m.id), AROUND_NOTICE.id])
const TAG = /<[a-z][^>]*\sdata-figure="[^>]*>/g
const ATTRIBUTE = /\sdata-([a-z-]+)="([^"]*)"/g

/** The claims of a page: its marks of figures that the portal computed and counts row by row. */
export function claimsOn(html: string): FigureClaim[] {
  if (!html.includes(' data-figure="')) return []
  const claims: FigureClaim[] = []
  for (const [tag] of html.matchAll(TAG)) {
    const said = new Map([...tag.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value as string]))
    const metric = said.get('figure') as string
    const [scope, ...parts] = (said.get('scope') ?? '').split('/')
    if (said.get('kind') !== 'computed' || !KNOWN.has(metric) || !isScope(scope)) continue
    const numberOf = (name: string) => {
      const text = said.get(name) ?? ''
      return text === '' ? null : Number(text)
    }
    claims.push({
      metric: metric as FigureClaim['metric'],
      scope,
      part: parts.join('/') || 'all',
      stat: said.get('stat') ?? '',
      value: numberOf('value'),
      numerator: numberOf('numerator'),
      denominator: numberOf('denominator'),
    })
  }
  return claims
}

function isScope(text: string | undefined): text is Scope {
  return (SCOPES as readonly string[]).includes(text ?? '')
}
