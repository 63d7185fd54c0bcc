import type { BookDuty, Found } from '#domain/search/dutyBook'

/** What brought a reader to a duty whose title does not hold what was said. */
export function becauseWords({ said, means }: NonNullable<Found['because']>): string {
  return `“${said}”在清单里叫“${means}”`
}

/** How long cases of a duty usually take, with how many were counted and of which kind. */
export function usualWords({ scope, n, days }: NonNullable<BookDuty['usual']>): string {
  return `一半在${days}天内结案（${scope === 'sample' ? '演示的' : '登记和报道的'}${n}件，从吹哨算起）`
}
