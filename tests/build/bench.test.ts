import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BenchResult, benchResult, growthOf, summary } from '../bench/measure.ts'
import { removeFolder } from '../support/removeFolder.ts'
import { ROOT } from '../support/sources.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
let result: BenchResult
beforeAll(() => {
  const file = path.join(folder, 'bench.json')
  execFileSync(
    process.execPath,
    ['tests/bench/bench.ts', '--sizes', '60', '--rows', 'publish,full', '--times', '2', '--json', file],
    { cwd: ROOT, stdio: 'ignore' },
  )
  result = benchResult.parse(JSON.parse(readFileSync(file, 'utf8')))
}, 600_000)
afterAll(() => removeFolder(folder))

const of = (what: string) => result.figures.find((f) => f.what === what)

test('a bench of a tiny newsroom holds every promised figure, each with how often it was measured', () => {
  for (const what of [
    '发布→上线：一件事项的文字',
    '发布→上线：新事项',
    '撤下→读者看不到',
    '发布→搜到：改过的标题',
  ])
    expect(of(what), what).toMatchObject({ size: 60, n: 2 })
  for (const what of [
    '发布→上线：一个部门的名称',
    '全部发布',
    '全部发布：处理器时间',
    '全部发布：进程树的内存',
    '全部发布：仓里的字节',
    '没有改动再发布一次',
    '整个搜索索引：进程树的内存',
  ])
    expect(of(what)?.median, what).toBeGreaterThan(0)
  for (const f of result.figures) expect(f.worst, f.what).toBeGreaterThanOrEqual(f.median)
})

test('a publish is split by its steps, and the steps are no longer than the whole', () => {
  const whole = '发布→上线：新事项'
  const steps = [
    'pickUp',
    'snapshot',
    'tableParts',
    'tables',
    'pages',
    'checks',
    'store',
    'durable',
    'switch',
  ]
  const sum = steps.reduce((ms, step) => ms + (of(`${whole} · ${step}`)?.median ?? Number.NaN), 0)
  expect(sum).toBeGreaterThan(0)
  expect(sum).toBeLessThan(of(whole)?.worst as number)
  expect(of(`${whole} · 新写的文件`)?.median).toBeGreaterThan(0)
})

test('a bench says on which machine and with which versions it ran', () => {
  expect(result.command).toContain('--sizes 60')
  expect(result.machine.cores).toBeGreaterThan(0)
  expect(Object.keys(result.versions)).toEqual(
    expect.arrayContaining(['node', 'astro', 'payload', 'pagefind']),
  )
})

test('median, worst and growth are what their names say', () => {
  expect(summary([4, 1, 9])).toEqual({ median: 4, worst: 9, n: 3 })
  expect(summary([1, 2])).toEqual({ median: 1.5, worst: 2, n: 2 })
  const at = (size: number, median: number) => ({
    row: 'x',
    what: 'x',
    unit: '秒',
    size,
    median,
    worst: median,
    n: 1,
  })
  expect(growthOf([at(1000, 5), at(10_000, 50)])[0]?.exponent).toBe(1)
  expect(growthOf([at(1000, 5), at(10_000, 5)])[0]?.exponent).toBe(0)
})
