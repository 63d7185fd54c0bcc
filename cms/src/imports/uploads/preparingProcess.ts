// Runs in a process of its own, so that looking at a large workbook keeps nobody waiting: is sent one task, answers it
// with messages, and ends. The file itself is read in a further process, which may do nothing else.

import { on, once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { MappingUnfit } from '#domain/imports/fitMapping'
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
import { shownPlan, shownRow } from './shownPlan.ts'
import { lookOf } from './workbookLook.ts'

type Task = Extract<ToPreparing, { task: object }>['task']

const tell = (message: FromPreparing) =>
  new Promise<void>((resolve) => process.send?.(message, () => resolve()))
const messages = on(process, 'message')

async function look({ file, name }: Task): Promise<void> {
  const workbook = await readInProcess(file, name)
  const refusal = notComingBack(workbook)
  if (refusal) throw new FileRefused(refusal)
  await tell({ look: lookOf(workbook) })
}

async function plan({ file, name, mapping, out }: Extract<Task, { mapping: object }>): Promise<void> {
  const workbook = await readInProcess(file, name)
  await tell({ said: saidOfRecords(workbook, mapping) })
  const facts = await receivedFacts(parts())
  const planned = planImport(workbook, mapping, worldOf(facts))
  if ('toWrite' in out) {
    const { totals, rows } = carriedOut(planned, facts.imported)
    await writeLines(out.toWrite, rows)
    return tell({ totals })
  }
  await writeLines(out.rows, planned.rows.map(shownRow))
  writeFileSync(out.book, planBook(planned), { mode: 0o600 })
  await tell({ plan: shownPlan(planned) })
}

async function* parts(): AsyncGenerator<FactsPart> {
  for await (const [message] of messages) yield (message as Extract<ToPreparing, { part: object }>).part
}

async function writeLines(file: string, lines: readonly object[]): Promise<void> {
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
