import type { PayloadRequest } from 'payload'
import type { Row, TableName } from '#domain/records/snapshot'
import { isNamedApart, neighbourFault } from '#domain/world/neighbourFault'
import { publicNeighbours } from '../publicNeighbours.ts'
import { refuse } from './refuse.ts'

/**
 * Refuses in words what one row cannot tell and its neighbours can. It is asked while nothing else is written, so two
 * saves cannot both pass.
 */
export async function checkNeighbours(
  req: PayloadRequest,
  table: TableName,
  row: object,
  name: string,
): Promise<void> {
  if (!isNamedApart(table)) return
  const others = await publicNeighbours({ payload: req.payload, req }, table)
  const fault = neighbourFault(table, row as Row<typeof table>, others)
  if (fault) refuse(`${name}不能公开：${fault}`)
}
