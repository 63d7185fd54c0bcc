import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { acrossSizes } from '../../bench/acrossSizes.ts'
import { keepRun, lastRun, whatGrew } from '../../bench/lastRuns.ts'
import type { BenchResult } from '../../bench/measure.ts'
import { ratiosOf } from '../../bench/ratios.ts'
import { tableOf } from '../../bench/table.ts'

const folder = mkdtempSync(join(tmpdir(), 'runs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function resultOf(medians: Record<string, number>, command = 'npm run bench'): BenchResult {
  const figures = Object.entries(medians).map(([what, median]) => ({
    row: 'full',
    size: 3000,
    what,
    unit: '秒',
    median,
    worst: median,
    n: 1,
  }))
  const machine = { cpu: 'x', cores: 2, memoryGB: 8, load: 0, system: 'linux' }
  return { command, machine, versions: {}, figures, ratios: ratiosOf(figures), growth: [] }
}

test('a run is compared with the last one of the same command, and what takes a tenth more is told, the worst first', () => {
  const file = join(folder, 'new', 'runs.ndjson')
  const day = (n: number) => new Date(Date.UTC(2026, 0, n))
  expect(lastRun(file, resultOf({}))).toBe(null)
  keepRun(file, resultOf({ 甲: 1, 乙: 1, 丙: 1 }), day(1))
  keepRun(file, resultOf({ 甲: 9 }, 'npm run bench -- --rows full'), day(2))
  const now = resultOf({ 甲: 1.1, 乙: 1.09, 丙: 3 })
  const before = lastRun(file, now)
  expect(before?.at).toBe(day(1).toISOString())
  expect(whatGrew(now, before as BenchResult).map((line) => line.split(' ')[1])).toEqual(['件：丙', '件：甲'])
})

test('runs that an older bench wrote are passed over', () => {
  const file = join(folder, 'older.ndjson')
  writeFileSync(file, '{"at":"2026-01-01T00:00:00.000Z","figures":"none"}\n')
  expect(lastRun(file, resultOf({}))).toBe(null)
})

test('a promise that is missed shows a cross with what was promised, one that is kept a tick', () => {
  const plain = { '普通的 astro build': 20, '普通的 astro build：处理器时间': 20, '普通的 pagefind': 10 }
  const table = tableOf(
    resultOf({ ...plain, '发布→上线：一件事项的文字': 300, 全部发布: 16, '全部发布：处理器时间': 30 }),
  )
  expect(table).toContain('| 改一件事项：普通构建和索引 ÷ 发布到上线 | 100 倍 ✓ |')
  expect(table).toContain('| 全部重做的时间 ÷ 普通构建的 | 0.8 倍 ✗ 目标至多 0.7 |')
  expect(table).toContain('| 全部重做的处理器时间 ÷ 普通构建的 | 1.5 倍 ✓ |')
})

test('a change that takes more than half as long again in a large newsroom shows a cross', () => {
  const at = (size: number, text: number, made: number) =>
    Object.entries({ '发布→上线：一件事项的文字': text, '发布→上线：新事项': made }).map(
      ([what, median]) => ({
        ...{ row: 'publish', size, what, unit: '毫秒', median, worst: median, n: 1 },
      }),
    )
  const figures = [...at(3000, 300, 500), ...at(100_000, 450, 800)]
  const table = tableOf({ ...resultOf({}), figures, ratios: acrossSizes(figures) })
  expect(table).toContain('| 十万件时 ÷ 三千件时：发布→上线：一件事项的文字 |  | 1.5 倍 ✓ |')
  expect(table).toContain('| 十万件时 ÷ 三千件时：发布→上线：新事项 |  | 1.6 倍 ✗ 目标至多 1.5 |')
  expect(acrossSizes(at(3000, 300, 500))).toEqual([])
})
