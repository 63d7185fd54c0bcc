/** The mark of invented rows. */
export const SHIPPED_SAMPLE = { origin: 'sample' } as const

/** When the demonstration's lists were first published: before its first whistle. */
export const FIRST_DAY = { publishedOn: '2022-01-14', changedOn: '2022-01-14' } as const

/** The invented body that sends notices and settles objections. */
export const COMMAND_OFFICE = '创建示范指挥部（演示）'
