import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { APIError, type Payload } from 'payload'
import { MappingUnfit } from '#domain/imports/fitMapping'
import { type ImportPlan, isDecided } from '#domain/imports/importPlan'
import { type Mapping, mapping } from '#domain/imports/mapping'
import { notComingBack } from '#domain/imports/own/ownMapping'
import { countsInWords, undecidedInWords } from '#domain/imports/planInWords'
import { cancelImport } from '../../cms/src/imports/commit/approveImport.ts'
import type { Id, KeptImport } from '../../cms/src/imports/commit/keptImport.ts'
import { planHere } from '../../cms/src/imports/commit/planHere.ts'
import { ImportUndecided, startImport } from '../../cms/src/imports/commit/startImport.ts'
import { FileRefused } from '../../cms/src/imports/fileRefused.ts'
import { importingFault } from '../../cms/src/imports/importer.ts'
import { mappingNames, savedMapping } from '../../cms/src/imports/mappings.ts'
import { planWorkbook } from '../../cms/src/imports/planFile.ts'
import { readInProcess } from '../../cms/src/imports/reading/readInProcess.ts'
import type { ChangeNote } from '../../cms/src/notes/givenNote.ts'
import { EXIT, Refusal } from '../processes/command/refusal.ts'
import { neededPerson } from './endImport.ts'
import { toldProgress } from './toldProgress.ts'

export type AskedImport = {
  file: string
  /** A saved mapping by its name, or a .json file. */
  mapping: string
  email: string
  isDry: boolean
  /** One note for all changes of what is public. */
  note: ChangeNote
  /** The year of rows without one; undefined where the mapping says it. */
  year: number | undefined
  /** Where the plan is to be written as JSON. */
  json: string | undefined
}

/** How many rows that want a person are named on the terminal. */
const NAMED = 20

/**
 * An import without a browser, or its dry run, which writes nothing.
 * @param signal ends the import when it is aborted: nothing of it is left
 * @throws {Refusal} 20 the file, 21 rows that want a person, 22 the mapping, 1 anything else
 */
export async function runImport(
  payload: Payload,
  asked: AskedImport,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const found = await mappingOf(payload, asked.mapping)
  const chosen = asked.year === undefined ? found : { ...found, undatedYear: asked.year }
  const user = await neededPerson(payload, asked.email)
  const fault = importingFault(user, chosen)
  if (fault) throw new Refusal(fault, EXIT.unexpected)
  const tell = (plan: ImportPlan) => tellPlan(plan, asked.json, say)
  await withExits(asked.file, async () => {
    const workbook = await readInProcess(path.resolve(asked.file), path.basename(asked.file))
    const refusal = notComingBack(workbook)
    if (refusal) throw new FileRefused(refusal)
    if (asked.isDry) {
      const plan = await planWorkbook(payload, workbook, chosen)
      tell(plan)
      if (!isDecided(plan)) throw new ImportUndecided()
      say('试读完了，什么也没有写')
      return
    }
    const stop = (id: Id) => signal?.addEventListener('abort', () => void cancelImport(payload, { id, user }))
    const kept = await startImport(
      payload,
      {
        planner: planHere(payload, workbook, chosen, tell),
        mapping: chosen,
        user,
        note: asked.note,
        acknowledged: null,
        keptFile: null,
      },
      { opened: stop, progress: toldProgress('写入', say) },
    )
    say(kept ? endInWords(kept) : '和已经有的没有不同，什么也没有写')
  })
}

function endInWords({ id, state, publishes }: KeptImport): string {
  if (state === 'waiting') return `写好了，等另一位发布人批准：npm run import -- --approve ${id} --as 邮箱`
  const how = publishes ? '公开了，网站这就更新' : '存成了草稿'
  return `导入完了（第 ${id} 次），${how}。要整个撤销：npm run import -- --undo ${id} --as 邮箱 --reason 理由`
}

function tellPlan(plan: ImportPlan, json: string | undefined, say: (line: string) => void): void {
  if (json) writeFileSync(path.resolve(json), `${JSON.stringify(plan, null, 1)}\n`, { mode: 0o600 })
  for (const { text } of plan.notes) say(text)
  say(countsInWords(plan))
  if (plan.vanished.length > 0) say(`上次有、这次没有的 ${plan.vanished.length} 行，没有动`)
  if (!isDecided(plan)) for (const line of undecidedInWords(plan, NAMED)) say(line)
}

/** Does what may be refused, with the exit code of each refusal. */
async function withExits(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof FileRefused) throw new Refusal(error.message, EXIT.importFile)
    if (error instanceof MappingUnfit) throw new Refusal(error.message, EXIT.importMapping)
    if (error instanceof ImportUndecided) throw new Refusal(error.message, EXIT.importRows)
    if (error instanceof APIError)
      throw new Refusal(error.message, error.status === 400 ? EXIT.importRows : EXIT.unexpected)
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
