import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { MappingUnfit } from '#domain/imports/fitMapping'
import { type ImportPlan, isDecided } from '#domain/imports/importPlan'
import { type Mapping, mapping } from '#domain/imports/mapping'
import { countsInWords, undecidedInWords } from '#domain/imports/planInWords'
import { FileRefused } from '../../cms/src/imports/fileRefused.ts'
import { importingFault, personOf } from '../../cms/src/imports/importer.ts'
import { mappingNames, savedMapping } from '../../cms/src/imports/mappings.ts'
import { planFile } from '../../cms/src/imports/planFile.ts'
import { EXIT, Refusal } from '../processes/command/refusal.ts'

export type AskedImport = {
  file: string
  /** A saved mapping by its name, or a .json file. */
  mapping: string
  email: string
  isDry: boolean
  /** Where the plan is to be written as JSON. */
  json: string | undefined
}

/** How many rows that want a person are named on the terminal. */
const NAMED = 20

/**
 * The dry run without a browser. Nothing is ever written: an import that is not dry is refused before it is read.
 * @throws {Refusal} 20 the file, 21 rows that want a person, 22 the mapping, 1 the person or no dry run
 */
export async function runImport(
  payload: Payload,
  asked: AskedImport,
  say: (line: string) => void,
): Promise<void> {
  if (!asked.isDry) throw new Refusal('现在只能试读：请加上 --dry-run；什么也没有写', EXIT.unexpected)
  const chosen = await mappingOf(payload, asked.mapping)
  const person = await personOf(payload, asked.email)
  if (!person) throw new Refusal(`没有 ${asked.email} 这个人`, EXIT.unexpected)
  const fault = importingFault(person, chosen)
  if (fault) throw new Refusal(fault, EXIT.unexpected)
  const plan = await planned(payload, asked.file, chosen)
  if (asked.json)
    writeFileSync(path.resolve(asked.json), `${JSON.stringify(plan, null, 1)}\n`, { mode: 0o600 })
  for (const { text } of plan.notes) say(text)
  say(countsInWords(plan))
  if (plan.vanished.length > 0) say(`上次有、这次没有的 ${plan.vanished.length} 行，没有动`)
  if (!isDecided(plan)) {
    for (const line of undecidedInWords(plan, NAMED)) say(line)
    throw new Refusal('有的行要人来看，什么也没有写', EXIT.importRows)
  }
  say('试读完了，什么也没有写')
}

async function planned(payload: Payload, file: string, chosen: Mapping): Promise<ImportPlan> {
  try {
    return await planFile(payload, path.resolve(file), path.basename(file), chosen)
  } catch (error) {
    if (error instanceof FileRefused) throw new Refusal(error.message, EXIT.importFile)
    if (error instanceof MappingUnfit) throw new Refusal(error.message, EXIT.importMapping)
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Refusal(`没有 ${file} 这个文件`, EXIT.importFile)
    throw error
  }
}

async function mappingOf(payload: Payload, name: string): Promise<Mapping> {
  if (name.endsWith('.json')) return writtenMapping(name)
  const saved = await savedMapping(payload, name)
  if (saved) return saved
  const names = await mappingNames(payload)
  throw new Refusal(
    `没有叫“${name}”的对照表${names.length > 0 ? `，有：${names.join('、')}` : '：在后台建一份，或给一个 .json 文件'}`,
    EXIT.importMapping,
  )
}

function writtenMapping(file: string): Mapping {
  let written: unknown
  try {
    written = JSON.parse(readFileSync(path.resolve(file), 'utf8'))
  } catch (error) {
    throw new Refusal(
      `对照表 ${file} 读不了：${error instanceof Error ? error.message : error}`,
      EXIT.importMapping,
    )
  }
  const parsed = mapping.safeParse(written)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`)
  throw new Refusal(`对照表 ${file} 不能用：${faults.join('；')}`, EXIT.importMapping)
}
