import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, placeOf } from '../support/imports.ts'
import { isCode, repositoryFiles } from '../support/sources.ts'

/** More files of code side by side are a heap: nobody finds the one that holds a concept. */
const MOST_SIDE_BY_SIDE = 30

/**
 * The rooms of an area in the order in which they were built: each uses those before it and none after it. `.` is the
 * ground floor of an area, the files that lie in its folder itself; a room holds all folders below it that have no
 * line of their own.
 */
const ORDER: Record<string, readonly string[]> = {
  'content/domain': [
    '.',
    'private',
    'records',
    'changes',
    'world',
    'figures',
    'published',
    'search',
    'search/words',
    'search/duties',
    'search/index',
    'search/answer',
    'imports',
  ],
  'site/src': [
    '.',

    'frame',
    'drawing',
    'numbers',
    'rows',
    'lists',
    'search',
    'search/finder',
    'search/found',
    'search/page',
    'cases',
    'case',
    'notices',
    'records',
    'duties',
    'departments',
    'areas',
    'statistics',
    'home',
    'render',
    'integrations',
    'pages',
  ],
  'scripts/processes': ['command', 'children', 'serve', 'install'],
  'scripts/release': [
    'store',
    'workers',
    'tables',
    'pages',
    'search',
    'make',
    'newsroom',
    'told',
    'turn',
    'rehearsal',
    'publisher',
  ],
  scripts: ['processes', 'release', 'content', 'backups', 'imports', '.'],
}

const code = repositoryFiles().filter(isCode)

/** The room of an area in which a file lies, the longest that fits; undefined outside the area. */
function roomOf(area: string, file: string): string | undefined {
  if (!file.startsWith(`${area}/`)) return undefined
  const below = posix.relative(area, posix.dirname(file)) || '.'
  const fits = (room: string) => (room === '.' ? below === '.' : `${below}/`.startsWith(`${room}/`))
  return (ORDER[area] ?? []).filter(fits).sort((a, b) => b.length - a.length)[0] ?? `no room: ${below}`
}

test.each(Object.entries(ORDER))('%s: a room uses those before it and none after it', (area, order) => {
  const wrong = code
    .map((file) => [file, roomOf(area, file)] as const)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .flatMap(([file, room]) =>
      importsOf(file).flatMap((specifier) => {
        const place = placeOf(file, specifier)
        const used = [place, `${place}.ts`].find((path) => path !== null && code.includes(path)) ?? ''
        const from = roomOf(area, used)
        return from !== undefined && order.indexOf(from) > order.indexOf(room)
          ? [`${file} (${room}) uses ${used} (${from})`]
          : []
      }),
    )
  expect(wrong).toEqual([])
})

test.each(Object.entries(ORDER))(
  '%s: every file of code lies in a room, and every room holds some',
  (area, order) => {
    const rooms = code.map((file) => roomOf(area, file)).filter((room) => room !== undefined)
    expect([...new Set(rooms)].sort()).toEqual([...order].sort())
  },
)

test('no folder holds more than thirty files of code side by side', () => {
  const counts = Map.groupBy(code, (file) => posix.dirname(file))
  const heaps = [...counts].filter(([, files]) => files.length > MOST_SIDE_BY_SIDE)
  expect(heaps.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([])
})
