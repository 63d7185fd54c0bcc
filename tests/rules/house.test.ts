import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isCode, isGenerated, ROOT, repositoryFiles, textOf } from '../support/sources.ts'

const files = repositoryFiles()
const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>

test('the top level holds what the design names and nothing else', () => {
  const top = [...new Set(files.map((f) => f.split('/')[0] as string))]
    .filter((n) => !n.startsWith('.'))
    .sort()
  expect(top).toEqual([
    'README.md',
    'cms',
    'content',
    'package-lock.json',
    'package.json',
    'scripts',
    'site',
    'tests',
    'tsconfig.json',
  ])
})

test('no file of code is longer than 250 lines, tables of data excepted', () => {
  const long = files.filter(isCode).map((f) => [f, textOf(f).trimEnd().split('\n').length] as const)
  expect(
    long.filter(
      ([f, n]) => n > 250 && !/content\/(seed|sample)\/|content\/domain\/figures\/metrics\.ts/.test(f),
    ),
  ).toEqual([])
})

test('no file has a name that says nothing', () => {
  const vague =
    /(^|\/)(utils?|helpers?|misc|common|lib|stuff|index)\.(ts|tsx|mjs)$|\/(utils?|helpers?|misc|common)\//
  expect(files.filter((f) => isCode(f) && vague.test(f))).toEqual([])
})

test('every dependency has an exact version', () => {
  const all = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((k) =>
    Object.entries(manifest[k] ?? {}),
  )
  expect(all.filter(([, v]) => !/^\d+\.\d+\.\d+([-+][\w.]+)?$/.test(v))).toEqual([])
})

test('every dependency has a line in content/README.md that says why it and what was rejected', () => {
  const told = textOf('content/README.md')
  const all = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((k) =>
    Object.keys(manifest[k] ?? {}),
  )
  expect(all.filter((name) => !told.includes(`\`${name}\``))).toEqual([])
})

test('payload and next are at least the versions without known holes', () => {
  const atLeast = (name: string, floor: string) => {
    const now = String(manifest.dependencies?.[name]).split('.').map(Number)
    const min = floor.split('.').map(Number)
    return now.map((n, i) => n - (min[i] as number)).find((d) => d !== 0) ?? 0
  }
  expect(atLeast('payload', '3.90.2')).toBeGreaterThanOrEqual(0)
  expect(atLeast('next', '16.4.6')).toBeGreaterThanOrEqual(0)
})

test('every file that a README names is there', () => {
  const readmes = files.filter((f) => f.endsWith('README.md'))
  const missing = readmes.flatMap((readme) =>
    [...textOf(readme).matchAll(/`([\w./-]+\/[\w.-]+\.(?:ts|tsx|mjs|astro|css|yaml|md))`/g)]
      .map(([, named]) => named as string)
      // `toX.ts` and `X.astro` stand for many files; what a build writes is in no repository.
      .filter((named) => !/(^|\/)(to)?X\.|\/x\.|^dist\//.test(named))
      .filter((named) =>
        ['', dirname(readme), join(dirname(readme), 'src')].every(
          (folder) => !files.includes(join(folder, named)),
        ),
      )
      .map((named) => `${readme}: ${named}`),
  )
  expect(missing).toEqual([])
})

describe('what is written in the repository', () => {
  const written = files.filter(
    (f) => /\.(ts|tsx|mjs|astro|css|md|json|ya?ml|sh)$|\.ci\/run$/.test(f) && !isGenerated(f),
  )

  test('names no path of a machine and no package registry', () => {
    const forbidden = [
      ['/', 'work', '/'].join(''),
      ['registry', 'npmjs'].join('.'),
      ['/', 'root', '/'].join(''),
    ]
    expect(written.filter((f) => forbidden.some((p) => textOf(f).includes(p)))).toEqual([])
  })

  test('has no unfinished marks and no test that is left out', () => {
    const marks = new RegExp(
      `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK'].join('|')})\\b|\\.(only|skip)\\(`,
    )
    expect(written.filter((f) => isCode(f) && !f.includes('rules/house') && marks.test(textOf(f)))).toEqual(
      [],
    )
  })

  test('uses the words of the glossary on pages and in labels', () => {
    // Glossary: 报到/到场, never 签到响应; 结案 is the community's, 演示数据 never 模拟数据 or 假数据; 吹哨 never 报警.
    const avoid = /模拟数据|假数据|测试数据|报警单|工单|优先级/
    const rooms = written.filter((f) => /^(site|cms|content\/(domain|seed))\//.test(f) && isCode(f))
    expect(rooms.filter((f) => avoid.test(textOf(f)))).toEqual([])
  })
})

test('the lockfile names packages and hashes, and no address to fetch them from', () => {
  expect(textOf('package-lock.json')).not.toContain('"resolved": "http')
})

test('every folder of the design has a README that says what belongs in it', () => {
  for (const folder of ['content', 'cms', 'site', 'scripts', 'tests'])
    expect(existsSync(join(ROOT, folder, 'README.md')), folder).toBe(true)
})
