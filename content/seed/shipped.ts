/** What every record of the founding article carries: it came from a report, and ships with this day. */
export const SHIPPED = { origin: 'press', publishedOn: '2022-12-31', changedOn: '2022-12-31' } as const

/** The one source of the seed. */
export const ARTICLE = 'nanchang-ribao-2022-11'
