import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Field, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { GLOBAL_NAMES, GLOBALS, TABLE_NAMES, TABLES } from '#domain/records/snapshot'
import { removeFolder } from '../support/removeFolder.ts'
import { fieldPaths } from '../support/watchedFields.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'forms-'))
let config: SanitizedConfig
beforeAll(async () => {
  process.env.DATA_DIR = dataDir
  process.env.DATABASE_URL = ''
  config = await (await import('../../cms/src/payload.config.ts')).default
})
afterAll(() => removeFolder(dataDir))

/** Fields of a form by their paths, inner ones too; what only arranges them has none. */
function formPaths(fields: readonly Field[], name: string): string[] {
  return fields.flatMap((field) => {
    const own = 'name' in field && field.name ? `${name}.${field.name}` : name
    const inner = 'fields' in field ? formPaths(field.fields, own) : []
    const tabs = field.type === 'tabs' ? field.tabs.flatMap((tab) => formPaths(tab.fields, name)) : []
    return [...(own === name ? [] : [own]), ...inner, ...tabs]
  })
}

test('every field of every record and global is in its form, photos in the form of a photo', () => {
  const forms = [...config.collections, ...config.globals]
  const there = new Set(forms.flatMap((form) => formPaths(form.fields, form.slug)))
  const fields = [
    ...TABLE_NAMES.flatMap((table) => fieldPaths(TABLES[table].schema as z.ZodType, table)),
    ...GLOBAL_NAMES.flatMap((name) => fieldPaths(GLOBALS[name].schema as z.ZodType, name)),
  ]
    // It follows from the place of a case, and nobody writes it.
    .filter((field) => field !== 'cases.placeRaised')
    .map((field) => field.replace(/^cases\.photos\./, 'media.').replace(/^media\.file$/, 'media.filename'))
  expect(fields.length).toBeGreaterThan(150)
  expect(fields.filter((field) => !there.has(field))).toEqual([])
})

test('the types are made by their command, and by nobody who opens a newsroom', () => {
  expect(config.typescript.autoGenerate).toBe(false)
})
