// Runs in a process of its own, so that looking at a large workbook keeps nobody waiting: is sent one task, answers it
// with messages, and ends. The file itself is read in a further process, which may do nothing else.

import { createWriteStream, writeFileSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { MappingUnfit } from '#domain/imports/fitMapping'
import { planImport } from '#domain/imports/planImport'
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
const heard = () => new Promise<ToPreparing>((resolve) => process.once('message', resolve))

async function look({ file, name }: Task): Promise<void> {
  await tell({ look: lookOf(await readInProcess(file, name)) })
}

async function plan({ file, name, mapping, out }: Extract<Task, { mapping: object }>): Promise<void> {
  const workbook = await readInProcess(file, name)
  await tell({ said: saidOfRecords(workbook, mapping) })
  const answer = await heard()
  if (!('facts' in answer)) throw new Error('the facts of the newsroom did not come')
  const planned = planImport(workbook, mapping, worldOf(answer.facts))
  const rows = createWriteStream(out.rows, { mode: 0o600 })
  for (const row of planned.rows) rows.write(`${JSON.stringify(shownRow(row))}\n`)
  await finished(rows.end())
  writeFileSync(out.book, planBook(planned), { mode: 0o600 })
  await tell({ plan: shownPlan(planned) })
}

const asked = await heard()
if ('task' in asked)
  try {
    if ('mapping' in asked.task) await plan(asked.task)
    else await look(asked.task)
  } catch (error) {
    if (!(error instanceof FileRefused || error instanceof MappingUnfit)) throw error
    await tell({ refused: error.message })
  }
process.disconnect()
