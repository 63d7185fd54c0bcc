import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Mapping } from '#domain/imports/mapping'
import { env, ROOT } from '../../env.ts'
import type { PlanTotals } from '../commit/plannedImport.ts'
import { type FactsPart, sendFacts } from '../factsInParts.ts'
import { FileRefused } from '../fileRefused.ts'
import type { SaidOfRecords } from '../saidOfRecords.ts'
import type { WorldFacts } from '../worldFacts.ts'
import type { ShownPlan } from './shownPlan.ts'
import type { WorkbookLook } from './workbookLook.ts'

type File = { file: string; name: string }
/** Where a plan is written: its rows and its workbook, to be looked at. */
type ShownOut = { rows: string; book: string }
/** Where the rows are written that an import is to write. */
type WrittenOut = { toWrite: string }
type Planning<Out> = File & { mapping: Mapping; out: Out }
/** What is sent to the process that prepares an import. */
export type ToPreparing = { task: File | Planning<ShownOut> | Planning<WrittenOut> } | { part: FactsPart }
/** What it answers. */
export type FromPreparing =
  | { said: SaidOfRecords }
  | { refused: string }
  | { look: WorkbookLook }
  | { plan: ShownPlan }
  | { totals: PlanTotals }

/** Beside the minute of reading: planning takes less than another for all that a workbook can hold. */
const MOST_TIME = 240_000
/** The heap grows by two fifths at a time: left to itself it doubles, and most of that is not used. */
const HEAP = ['--max-old-space-size=2048', '--heap-growing-percent=40']
const ENDED = '试读没有做完，什么也没有写：请再试一次；还不行就只留要导入的表和列，或分成几个文件'

/** Looks at a file. @throws {FileRefused} in words */
export async function prepareLook(file: File): Promise<WorkbookLook> {
  const answer = await prepared({ task: file }, () =>
    Promise.reject(new Error('nothing is asked of the newsroom')),
  )
  if (!('look' in answer)) throw new FileRefused(ENDED)
  return answer.look
}

/**
 * Plans an import of a file: its rows and its workbook are written where `out` says.
 * @param facts reads the newsroom, given what the file says of records that are there
 * @throws {FileRefused} in words, also where the mapping does not fit
 */
export async function preparePlan(
  task: Planning<ShownOut>,
  facts: (said: SaidOfRecords) => Promise<WorldFacts>,
): Promise<ShownPlan> {
  const answer = await prepared({ task }, facts)
  if (!('plan' in answer)) throw new FileRefused(ENDED)
  return answer.plan
}

/** Plans an import to be written: its rows are written where `out` says. The rest is as in `preparePlan`. */
export async function prepareRows(
  task: Planning<WrittenOut>,
  facts: (said: SaidOfRecords) => Promise<WorldFacts>,
): Promise<PlanTotals> {
  const answer = await prepared({ task }, facts)
  if (!('totals' in answer)) throw new FileRefused(ENDED)
  return answer.totals
}

function prepared(
  task: ToPreparing,
  facts: (said: SaidOfRecords) => Promise<WorldFacts>,
): Promise<Exclude<FromPreparing, { said: SaidOfRecords }>> {
  const script = path.join(ROOT, 'cms/src/imports/uploads/preparingProcess.ts')
  const child = spawn(process.execPath, [...HEAP, script], {
    cwd: ROOT,
    env: { NODE_ENV: 'production', DATA_DIR: env.dataDir },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const send = (part: FactsPart) =>
    new Promise<void>((resolve, reject) =>
      child.send({ part } satisfies ToPreparing, (error) => (error ? reject(error) : resolve())),
    )
  const timer = setTimeout(() => child.kill('SIGKILL'), MOST_TIME)
  return new Promise<Exclude<FromPreparing, { said: SaidOfRecords }>>((resolve, reject) => {
    child.on('message', (message: FromPreparing) => {
      if ('refused' in message) reject(new FileRefused(message.refused))
      else if (!('said' in message)) resolve(message)
      else
        facts(message.said)
          .then((known) => sendFacts(known, send))
          .catch((error) => {
            child.kill('SIGKILL')
            reject(error)
          })
    })
    child.once('error', reject)
    child.once('close', () => reject(new FileRefused(ENDED)))
    child.send(task)
  }).finally(() => clearTimeout(timer))
}
