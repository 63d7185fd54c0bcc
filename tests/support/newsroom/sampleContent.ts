import type { Payload } from 'payload'
import { generateSample } from '../../../content/sample/generate.ts'
import { seedRecords } from '../../../content/seed/records.ts'
import { shippedSettings, shippedSynonyms } from './shippedRows.ts'

export const SAMPLE = generateSample({ cases: 40 })
const QUIET = { log: () => {}, progress: () => {} }

/** The article's departments, which the demonstration names and leaves behind. */
export async function loadFacts(payload: Payload): Promise<void> {
  const { loadRecords } = await import('../../../cms/src/loading/loadRecords.ts')
  await loadRecords(payload, { departments: seedRecords.departments }, QUIET)
}

/** A small demonstration beside what is there: all its lists, forty cases, and its words in the globals. */
export async function loadSample(payload: Payload) {
  const { loadRecords } = await import('../../../cms/src/loading/loadRecords.ts')
  return loadRecords(payload, SAMPLE.tables, QUIET)
}

/** The site's own words with the demonstration's added, as the forms of the globals hold them. */
export const globalsWithSample = {
  settings: {
    ...shippedSettings,
    dutyCategories: [
      ...shippedSettings.dutyCategories,
      ...SAMPLE.dutyCategories.filter((c) => c.number !== 1),
    ],
  },
  synonyms: {
    groups: [
      ...shippedSynonyms.groups,
      ...SAMPLE.synonyms.groups.filter((g) => shippedSynonyms.groups.every((own) => own.term !== g.term)),
    ].map((g) => ({
      term: g.term,
      words: g.words.join('\n'),
    })),
  },
}
