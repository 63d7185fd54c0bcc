// Runs in a process of its own, so that looking at a large workbook keeps nobody waiting: is sent one task, answers it
// with messages, and ends. The file itself is read in a further process, which may do nothing else.

import { on, once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished, pipeline } from 'node:stream/promises'
import { MappingUnfit } from '#domain/imports/fitMapping'
import type { PlannedRow } from '#domain/imports/importPlan'
import { notComingBack } from '#domain/imports/own/ownMapping'
import { planImport } from '#domain/imports/planImport'
import { carriedOut } from '../commit/plannedImport.ts'
import { type FactsPart, receivedFacts } from '../factsInParts.ts'
import { FileRefused } from '../fileRefused.ts'
import { planBook } from '../planBook.ts'
import { readInProcess } from '../reading/readInProcess.ts'
import { saidOfRecords } from '../saidOfRecords.ts'
import { worldOf } from '../worldFacts.ts'
import type { FromPreparing, ToPreparing } from './preparing.ts'
import { type ShownRow, shownPlan, shownRow } from './shownPlan.ts'
import { lookOf } from './workbookLook.ts'

type Task = Extract<ToPreparing, { task: object }>['task']
type Planning = Extract<Task, { mapping: object }>

const tell = (message: FromPreparing) =>
  new Promise<void>((resolve) => process.send?.(message, () => resolve()))
const messages = on(process, 'message')

async function look({ file, name }: Task): Promise<void> {
  const workbook = await readInProcess(file, name)
  const refusal = notComingBack(workbook)
  if (refusal) throw new FileRefused(refusal)
  await tell({ look: lookOf(workbook) })
}

async function plan({ out, ...asked }: Planning): Promise<void> {
  const { planned, imported } = await plannedOf(asked)
  if ('toWrite' in out) {
    const { totals, rows } = carriedOut(planned, imported)
    await writeLines(out.toWrite, rows)
    return tell({ totals })
  }
  await writeLines(out.rows, shownRows(planned.rows))
  await pipeline(planBook(planned), createWriteStream(out.book, { mode: 0o600 }))
  await tell({ plan: shownPlan(planned) })
}

/** The plan alone: the workbook, and what was sent of the newsroom, are let go before anything is written. */
async function plannedOf({ file, name, mapping }: Omit<Planning, 'out'>) {
  const workbook = await readInProcess(file, name)
  await tell({ said: saidOfRecords(workbook, mapping) })
  const facts = await receivedFacts(parts())
  return { planned: planImport(workbook, mapping, worldOf(facts)), imported: facts.imported }
}

function* shownRows(rows: readonly PlannedRow[]): Generator<ShownRow> {
  for (const row of rows) yield shownRow(row)
}

async function* parts(): AsyncGenerator<FactsPart> {
  for await (const [message] of messages) yield (message as Extract<ToPreparing, { part: object }>).part
}

async function writeLines(file: string, lines: Iterable<object>): Promise<void> {
  const stream = createWriteStream(file, { mode: 0o600 })
  for (const line of lines) if (!stream.write(`${JSON.stringify(line)}\n`)) await once(stream, 'drain')
  await finished(stream.end())
}

const [asked] = (await messages.next()).value as [ToPreparing]
if ('task' in asked)
  try {
    if ('mapping' in asked.task) await plan(asked.task)
    else await look(asked.task)
  } catch (error) {
    if (!(error instanceof FileRefused || error instanceof MappingUnfit)) throw error
    await tell({ refused: error.message })
  }
process.disconnect()
