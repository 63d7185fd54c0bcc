import { expect, test } from 'vitest'
import { isCode, repositoryFiles, textOf } from '../support/sources.ts'

/** What only scripts ask, in bodies that they write themselves: there a sentence names what is missing as it is written. */
const FOR_SCRIPTS =
  /^cms\/src\/endpoints\/(workflow|sampleRemoval|recordStanding|rehearsal|merger|importPlans|importRuns)\.ts$/
/** A word of code in brackets behind what people call it; a column of values that workbooks may hold is none. */
const CODE = /[\u4e00-\u9fff”]（([a-z_]+(?:[A-Z][a-z]*)*)[：:，、）]/g
/** Values and names that people write or read as they are. */
const WRITTEN = ['content', 'index', 'true', 'draft', 'published', 'record', 'press', 'sample']

test('no sentence of the newsroom names a field by its code', () => {
  const files = repositoryFiles().filter((file) => isCode(file) && /^(cms\/src|content\/domain)\//.test(file))
  const found = files
    .filter((file) => !FOR_SCRIPTS.test(file))
    .flatMap((file) =>
      [...textOf(file).matchAll(CODE)].flatMap(([said, name]) =>
        WRITTEN.includes(String(name)) ? [] : [`${file}: ${said}`],
      ),
    )
  expect(found).toEqual([])
})
