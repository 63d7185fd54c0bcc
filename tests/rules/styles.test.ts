import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const SITE = path.resolve(import.meta.dirname, '../../site/src')
const WHOLE = 'style.css'
const sheets = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter(
  (f) => f.endsWith('.css') && f !== WHOLE,
)
const classesOf = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').match(/\.[a-zA-Z][\w-]*/g) ?? []

test('a class is called by a word', () => {
  const short = sheets.flatMap((f) =>
    classesOf(readFileSync(path.join(SITE, f), 'utf8')).filter((c) => c.length < 4),
  )
  expect(short).toEqual([])
})

test('every style sheet is part of the one that pages load, and stands beside what it dresses', () => {
  const imported = [...readFileSync(path.join(SITE, WHOLE), 'utf8').matchAll(/@import "\.\/(.+)";/g)]
  expect(imported.map((m) => m[1]).toSorted()).toEqual(sheets.toSorted())
})

test('a class that the frame does not dress is dressed in one room', () => {
  const rooms = new Map<string, Set<string>>()
  for (const file of sheets)
    for (const name of classesOf(readFileSync(path.join(SITE, file), 'utf8')))
      rooms.set(name, (rooms.get(name) ?? new Set()).add(path.dirname(file)))
  const scattered = [...rooms].filter(([, of]) => of.size > 1 && !of.has('frame'))
  expect(scattered.map(([name, of]) => `${name} in ${[...of].join(', ')}`)).toEqual([])
})
