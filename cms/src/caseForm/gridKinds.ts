import type { EventKind } from '#domain/vocabulary'

/** What the grid has a column for: one event a department and round. */
export const GRID_KINDS = ['dispatch', 'arrival', 'done'] as const satisfies readonly EventKind[]
