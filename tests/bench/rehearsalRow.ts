import { setTimeout as pause } from 'node:timers/promises'
import { type BenchFigure, summary } from './measure.ts'
import { NewsroomClient } from './newsroomClient.ts'
import { startProduct } from './product.ts'
import type { RowOptions } from './rows.ts'

/** What is promised, in milliseconds: until the first answer, for one record, and for what touches very many pages. */
const FIRST_MS = 30_000
const ONE_MS = 1_000
const MANY_MS = 5_000
const AGAIN_MS = 100

/** How long somebody waits who asks what would change: the first time, for one record, and for a department's new name. */
export async function rehearsalRow({ size, dataDir, times, say }: RowOptions): Promise<BenchFigure[]> {
  const product = await startProduct(dataDir)
  try {
    const newsroom = await NewsroomClient.signIn(product.state.admin)
    const [one, notice, department] = await Promise.all([
      newsroom.record('cases', 'reference', 'DEMO-2022-000010'),
      newsroom.record('notices', 'origin', 'sample'),
      newsroom.record('departments', 'slug', 'chengjian'),
    ])
    let serial = 0
    const took = async (recordType: string, doc: Record<string, unknown>, field: string) => {
      const began = performance.now()
      while (!(await newsroom.rehearse(recordType, doc, { [field]: `预演${++serial}` })))
        await pause(AGAIN_MS)
      return performance.now() - began
    }
    const several = async (...of: Parameters<typeof took>) => {
      const found: number[] = []
      for (let i = 0; i < times; i++) found.push(await took(...of))
      return found
    }
    const row = (what: string, values: number[], target: number): BenchFigure => {
      say(`${size} 件：${what} ${Math.round(summary(values).worst)} 毫秒`)
      return { row: 'rehearsal', size, what, unit: 'ms', ...summary(values), target }
    }
    return [
      row('预演：第一次问到有答复', [await took('cases', one, 'title')], FIRST_MS),
      row('预演：一件事项', await several('cases', one, 'title'), ONE_MS),
      row('预演：一份督办文书', await several('notices', notice, 'reason'), ONE_MS),
      row('预演：部门改名', await several('departments', department, 'name'), MANY_MS),
    ]
  } finally {
    await product.stop()
  }
}
