/** The formats in which every open table is given; the ending of its file. */
export const TABLE_FORMATS = ['csv', 'json'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]
