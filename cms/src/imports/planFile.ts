import type { Payload } from 'payload'
import { cellText } from '#domain/imports/cellText'
import { fitMapping } from '#domain/imports/fitMapping'
import { headText } from '#domain/imports/headTable'
import type { ImportPlan } from '#domain/imports/importPlan'
import type { ImportWorld } from '#domain/imports/importWorld'
import type { Mapping } from '#domain/imports/mapping'
import { ownSaid } from '#domain/imports/own/ownSaid'
import { planImport } from '#domain/imports/planImport'
import type { Workbook } from '#domain/imports/workbook'
import { TABLES } from '#domain/records/snapshot'
import { readInProcess } from './reading/readInProcess.ts'
import { readWorld } from './readWorld.ts'

/**
 * The dry run of a file: read in a process of its own, compared with the newsroom, nothing written.
 * @param name the name that the file was given with
 * @throws {FileRefused} what is wrong with the file
 * @throws {MappingUnfit} which columns the mapping misses
 */
export async function planFile(
  payload: Payload,
  file: string,
  name: string,
  mapping: Mapping,
): Promise<ImportPlan> {
  return planWorkbook(payload, await readInProcess(file, name), mapping)
}

/** The same of a workbook that was read. */
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
  const own = mapping.own ? ownSaid(workbook, mapping) : undefined
  const said = own ? own.map(({ key }) => key) : saidKeys(workbook, mapping)
  const world = await readWorld(payload, mapping, said, own)
  return { plan: planImport(workbook, mapping, world), world }
}

/** The keys of records that the file itself writes, where the mapping has a column for them. */
function saidKeys(workbook: Workbook, mapping: Mapping): string[] {
  const rule = mapping.columns.find(({ field }) => field === TABLES[mapping.table].key)
  const { sheet, table } = fitMapping(workbook, mapping)
  const column = table.heads.find(({ text }) => text === headText(rule?.heads[0] ?? null))?.column
  if (column === undefined) return []
  return sheet.rows.map((row) => cellText(row.cells[column])).filter((text) => text !== '')
}
