import { Statistics } from '#domain/figures/statistics'
import type { Row } from '#domain/records/snapshot'
import { putRow, World } from '#domain/world/world'
import type { Context } from '../../../site/src/context.ts'
import { goldenSnapshot } from './goldenSnapshot.ts'
import { dutyRow } from './rows.ts'

/** The golden world with other cases, and the duties that they name. */
export function goldenContext(cases: readonly Row<'cases'>[]): Context {
  const snapshot = goldenSnapshot()
  snapshot.tables.cases.clear()
  for (const c of cases) {
    putRow(snapshot, 'cases', c)
    for (const code of c.duties) putRow(snapshot, 'duties', dutyRow(code))
  }
  const world = new World(snapshot)
  return { world, statistics: new Statistics(world) }
}
