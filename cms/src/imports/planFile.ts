import type { Payload } from 'payload'
import type { ImportPlan } from '#domain/imports/importPlan'
import type { ImportWorld } from '#domain/imports/importWorld'
import type { Mapping } from '#domain/imports/mapping'
import { planImport } from '#domain/imports/planImport'
import type { Workbook } from '#domain/imports/workbook'
import { readWorld } from './readWorld.ts'
import { saidOfRecords } from './saidOfRecords.ts'

/**
 * The dry run of a workbook: compared with the newsroom, nothing written.
 * @throws {MappingUnfit} which columns the mapping misses
 */
export async function planWorkbook(
  payload: Payload,
  workbook: Workbook,
  mapping: Mapping,
): Promise<ImportPlan> {
  return (await planAgainst(payload, workbook, mapping)).plan
}

/** The same, with the newsroom as it was read for it. */
export async function planAgainst(
  payload: Payload,
  workbook: Workbook,
  mapping: Mapping,
): Promise<{ plan: ImportPlan; world: ImportWorld }> {
  const world = await readWorld(payload, mapping, saidOfRecords(workbook, mapping))
  return { plan: planImport(workbook, mapping, world), world }
}
