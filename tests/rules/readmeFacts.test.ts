import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { isCode, repositoryFiles, textOf } from '../support/sources.ts'

const files = repositoryFiles()
const readmes = files.filter((f) => f.endsWith('README.md'))

/** The text of the one file of scripts with that name, wherever it lies. */
function script(name: string): string {
  const [found, ...others] = files.filter((f) => f.startsWith('scripts/release/') && basename(f) === name)
  if (!found || others.length > 0) throw new Error(`scripts/release 里要正好有一个 ${name}`)
  return textOf(found)
}

/** Where a README tells a number of the code: how it says it, and how the code does. */
const NUMBERS = [
  {
    readme: 'cms/README.md',
    says: /发布进程每 (\d+) 毫秒看发件箱/,
    file: 'publishLoop.ts',
    code: /LOOK_EVERY = (\d+)/,
  },
  { readme: 'scripts/README.md', says: /压缩用 gzip (\d)/, file: 'blobFile.ts', code: /level: (\d)/ },
  {
    readme: 'scripts/README.md',
    says: /索引的进程让着别人\*\*（nice (\d+)）/,
    file: 'follower.ts',
    code: /setPriority\(kind === 'pagefind' \? \d+ : (\d+)\)/,
  },
  {
    readme: 'content/README.md',
    says: /Pagefind 让得最多（nice (\d+)）/,
    file: 'follower.ts',
    code: /setPriority\(kind === 'pagefind' \? (\d+)/,
  },
]

test.each(NUMBERS)('$readme tells the number that stands in $file', ({ readme, says, file, code }) => {
  const told = says.exec(textOf(readme))?.[1]
  expect(told, `${readme}: ${says}`).toBeDefined()
  expect(told).toBe(code.exec(script(file))?.[1])
})

test('every npm command that a README names is in package.json', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const named = readmes.flatMap((readme) =>
    [...textOf(readme).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((m) => `${readme}: ${m[1]}`),
  )
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((line) => scripts[line.split(': ')[1] as string] === undefined)).toEqual([])
})

test('every entry that cms/README.md offers to scripts is exported by the file beside it', () => {
  const entries = [...textOf('cms/README.md').matchAll(/^(?:new )?(\w+)\(.*\/\/ (src\/[\w/]+\.ts)/gm)]
  expect(entries.length).toBeGreaterThan(10)
  const missing = entries.filter(
    ([, name, file]) =>
      !new RegExp(`export (?:async )?(?:function|class|const) ${name}\\b`).test(textOf(`cms/${file}`)),
  )
  expect(missing.map(([line]) => line)).toEqual([])
})

test('the five files that the README begins with exist, in the order in which each calls the next', () => {
  const path = /先读五个文件.*?：([\s\S]*?)。/.exec(textOf('README.md'))?.[1] ?? ''
  const five = [...path.matchAll(/`([^`]+)`/g)].map((m) => m[1] as string)
  expect(five).toHaveLength(5)
  expect(five.filter((file) => !files.some((f) => isCode(f) && f === file))).toEqual([])
  five.slice(0, -1).forEach((file, i) => {
    const next = basename(five[i + 1] as string, '.ts')
    expect(textOf(file), `${file} names what comes after it`).toMatch(new RegExp(`Next: ${next}\\b`))
  })
})
