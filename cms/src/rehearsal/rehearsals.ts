/** What may be asked: to see the record's page, all that publishing it changes, or all that withdrawing it does. */
export const REHEARSALS = ['page', 'changes', 'withdrawal'] as const
export type RehearsalOf = (typeof REHEARSALS)[number]
