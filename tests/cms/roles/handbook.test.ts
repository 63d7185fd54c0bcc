import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { SanitizedConfig } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import { ROLES } from '#domain/vocabulary'
import { calledThere } from '../../../cms/src/handbook/calledThere.ts'
import { isFor } from '../../../cms/src/handbook/handbookTask.ts'
import { HANDBOOK_TASKS } from '../../../cms/src/handbook/handbookTasks.ts'
import { PICTURE_NAMES } from '../../../cms/src/handbook/pictureNames.ts'
import { stepParts } from '../../../cms/src/handbook/stepParts.ts'
import { openBareCms } from '../../support/newsroom/cmsDatabase.ts'
import { repositoryFiles } from '../../support/sources.ts'

const PICTURES = path.resolve(import.meta.dirname, '../../../cms/src/handbook/pictures')
const MOST_BYTES = 2_000_000

let config: SanitizedConfig
beforeAll(async () => {
  const { payload, close } = await openBareCms()
  config = payload.config
  return close
})

/** What a task names, as the newsroom calls it. */
const named = (steps: readonly string[]) =>
  steps.flatMap((step) =>
    stepParts(step, (name) => calledThere(config, name)).filter(({ name }) => name !== null),
  )

test('whatever the handbook names is there, and called what the newsroom calls it', () => {
  expect(HANDBOOK_TASKS.flatMap(({ steps }) => named(steps)).length).toBeGreaterThan(60)
  expect(() => calledThere(config, 'cases.tilte')).toThrow('cases.tilte')
  expect(calledThere(config, 'cases.timeline.at')).toBe('时间')
})

test('a word that the handbook takes from a screen of ours stands in its code', () => {
  const code = repositoryFiles()
    .filter((file) => /^cms\/src\/(?!handbook).*\.tsx?$/.test(file))
    .map((file) => readFileSync(path.resolve(import.meta.dirname, '../../..', file), 'utf8'))
  const words = HANDBOOK_TASKS.flatMap(({ steps }) => named(steps)).filter(({ name }) =>
    name?.startsWith('!'),
  )
  expect(words.filter(({ text }) => !code.some((each) => each.includes(text)))).toEqual([])
})

test('fields that a task names stand on its picture, in the order in which they are named', () => {
  const shown = JSON.parse(readFileSync(path.join(PICTURES, 'shown.json'), 'utf8')) as Record<
    string,
    string[]
  >
  for (const { id, steps, picture } of HANDBOOK_TASKS) {
    if (!picture) continue
    const fields = named(steps).filter(({ name }) => /^[a-z-]+\.\w/.test(name ?? ''))
    const onIt = shown[picture] ?? []
    let at = -1
    const missed = fields.filter(({ text }) => {
      const next = onIt.indexOf(text, at + 1)
      at = Math.max(at, next)
      return next === -1
    })
    expect([id, missed.map(({ text }) => text)]).toEqual([id, []])
  }
})

test('every picture is used and there, and all of them together are small', () => {
  expect([...new Set(HANDBOOK_TASKS.flatMap(({ picture }) => picture ?? []))].sort()).toEqual(
    [...PICTURE_NAMES].sort(),
  )
  const files = PICTURE_NAMES.map((name) => path.join(PICTURES, `${name}.webp`))
  expect(files.filter((file) => !existsSync(file))).toEqual([])
  expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(MOST_BYTES)
})

test('each role reads what it may do, and nothing that it may not', () => {
  const tasks = (role: (typeof ROLES)[number]) =>
    HANDBOOK_TASKS.filter((task) => isFor(task, role)).map(({ id }) => id)
  for (const role of ROLES) expect(tasks(role)).toEqual(expect.arrayContaining(['sign-in', 'today']))
  expect(tasks('contributor')).not.toContain('publish')
  expect(tasks('editor')).toEqual(expect.arrayContaining(['look-over', 'import']))
  expect(tasks('editor')).not.toContain('withdraw')
  expect(tasks('auditor')).toContain('history')
  expect(tasks('auditor')).not.toContain('new-case')
  expect(tasks('administrator')).toHaveLength(HANDBOOK_TASKS.length)
})
