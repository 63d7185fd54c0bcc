import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Mapping } from '#domain/imports/mapping'
import { env, ROOT } from '../../env.ts'
import { FileRefused } from '../fileRefused.ts'
import type { SaidOfRecords } from '../saidOfRecords.ts'
import type { WorldFacts } from '../worldFacts.ts'
import type { ShownPlan } from './shownPlan.ts'
import type { WorkbookLook } from './workbookLook.ts'

type File = { file: string; name: string }
/** What is sent to the process that prepares an import. */
export type ToPreparing =
  | { task: File | (File & { mapping: Mapping; out: { rows: string; book: string } }) }
  | { facts: WorldFacts }
/** What it answers. */
export type FromPreparing =
  | { said: SaidOfRecords }
  | { refused: string }
  | { look: WorkbookLook }
  | { plan: ShownPlan }

/** Beside the minute of reading: planning takes less than another for all that a workbook can hold. */
const MOST_TIME = 240_000
const HEAP_MB = 2_048
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
  task: File & { mapping: Mapping; out: { rows: string; book: string } },
  facts: (said: SaidOfRecords) => Promise<WorldFacts>,
): Promise<ShownPlan> {
  const answer = await prepared({ task }, facts)
  if (!('plan' in answer)) throw new FileRefused(ENDED)
  return answer.plan
}

function prepared(
  task: ToPreparing,
  facts: (said: SaidOfRecords) => Promise<WorldFacts>,
): Promise<Exclude<FromPreparing, { said: SaidOfRecords }>> {
  const script = path.join(ROOT, 'cms/src/imports/uploads/preparingProcess.ts')
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, script], {
    cwd: ROOT,
    env: { NODE_ENV: 'production', DATA_DIR: env.dataDir },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), MOST_TIME)
  return new Promise<Exclude<FromPreparing, { said: SaidOfRecords }>>((resolve, reject) => {
    child.on('message', (message: FromPreparing) => {
      if ('refused' in message) reject(new FileRefused(message.refused))
      else if (!('said' in message)) resolve(message)
      else
        facts(message.said).then(
          (known) => child.send({ facts: known } satisfies ToPreparing),
          (error) => {
            child.kill('SIGKILL')
            reject(error)
          },
        )
    })
    child.once('error', reject)
    child.once('close', () => reject(new FileRefused(ENDED)))
    child.send(task)
  }).finally(() => clearTimeout(timer))
}
