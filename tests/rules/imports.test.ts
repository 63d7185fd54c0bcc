import { expect, test } from 'vitest'
import { importsOf, placeOf } from '../support/imports.ts'
import { isCode, repositoryFiles } from '../support/sources.ts'

/** Folder of the repository that an import leads into: `content/domain`, `site`, …, or null for a package. */
function roomOf(file: string, specifier: string): string | null {
  const path = placeOf(file, specifier)
  if (!path) return null
  const [top, second] = path.split('/')
  return top === 'content' ? `content/${second}` : (top as string)
}

/** Who may import whom; a package is named `npm`. */
const MAY: Record<string, readonly string[]> = {
  'content/domain': ['content/domain'],
  'content/host': ['content/host'],
  'content/seed': ['content/domain', 'content/seed'],
  'content/sample': ['content/domain', 'content/sample', 'content/seed'],
  cms: ['content/domain', 'content/host', 'cms'],
  site: ['content/domain', 'site'],
  scripts: ['content/domain', 'content/host', 'content/seed', 'content/sample', 'cms', 'scripts'],
}
const DOMAIN_PACKAGES = ['zod', 'luxon', 'chinese-days', 'node:crypto']

const code = repositoryFiles().filter((f) => isCode(f) && !f.startsWith('tests/'))

test.each(Object.entries(MAY))('%s imports only what its row of the table allows', (room, allowed) => {
  const wrong = code
    .filter((f) => f.startsWith(`${room}/`))
    .flatMap((f) => importsOf(f).map((s) => [f, s, roomOf(f, s)] as const))
    .filter(([, , to]) => to !== null && !allowed.includes(to))
  expect(wrong).toEqual([])
})

test('the domain uses zod, one date library, one holiday calendar and nothing else', () => {
  const wrong = code
    .filter((f) => f.startsWith('content/domain/'))
    .flatMap((f) => importsOf(f).map((s) => [f, s] as const))
    .filter(([f, s]) => roomOf(f, s) === null && !DOMAIN_PACKAGES.includes(s))
  expect(wrong).toEqual([])
})

test('the scripts reach into the CMS only for what it offers them: the entries that cms/README.md lists', () => {
  const wrong = code
    .filter((f) => f.startsWith('scripts/'))
    .flatMap((f) => importsOf(f).map((s) => [f, s] as const))
    .filter(
      ([f, s]) =>
        roomOf(f, s) === 'cms' &&
        !/cms\/src\/(openPayload|migrate|env|payload\.config|databaseErrors|refuseStandalone|snapshot\/\w+|imports\/(?:(?:commit|reading|uploads)\/)?\w+|notes\/givenNote|withdrawals\/givenWithdrawal|history\/\w+|loading\/\w+|sample\/\w+|bin\/clearBin|users\/\w+|workflow\/publishDue)\.ts$/.test(
          s,
        ),
    )
  expect(wrong).toEqual([])
})

test('no save of an editor waits for a workbook: it is read and planned by commands and by a process of its own', () => {
  const heavy =
    /imports\/(planFile|planHere|planBook|planImport|reading\/readWorkbook)\.ts$|commit\/planHere\.ts$/
  const may =
    /^(scripts\/|cms\/src\/imports\/(planFile|commit\/planHere|reading\/readingProcess|uploads\/preparingProcess)\.ts$)/
  const wrong = code
    .filter((f) => !may.test(f))
    .flatMap((f) => importsOf(f).map((s) => [f, placeOf(f, s) ?? ''] as const))
    .filter(([, to]) => heavy.test(to.endsWith('.ts') ? to : `${to}.ts`))
  expect(wrong).toEqual([])
})

test('the bench is a tool of developers: nothing of the product imports it', () => {
  const wrong = code
    .flatMap((f) => importsOf(f).map((s) => [f, placeOf(f, s)] as const))
    .filter(([, to]) => to?.startsWith('tests/bench/'))
  expect(wrong).toEqual([])
})

test('cross-folder imports of the domain use its one alias', () => {
  const wrong = code
    .filter((f) => !f.startsWith('content/'))
    .flatMap((f) => importsOf(f).map((s) => [f, s] as const))
    .filter(([, s]) => /content\/domain/.test(s))
  expect(wrong).toEqual([])
})
